package dev.kefu.calendar;

import dev.kefu.shared.StartRefused;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shop works: {@code kefu.calendar.*}. Times are the shop's.
 *
 * @param cutOff                what is paid before this time leaves the house the same day (SHP-1)
 * @param shipsOnMakeUpDays     whether goods leave the house on a weekend day that makes up for a holiday
 * @param officeWorksOnMakeUpDays whether the office works then
 * @param officeOpens           from this time
 * @param officeCloses          until this time
 * @param files                 a directory of calendars, each named after its year, such as {@code china-2028.csv}; they
 *                              stand for the shipped ones of the same years. Empty if there is none
 */
@ConfigurationProperties("kefu.calendar")
record CalendarSettings(@DefaultValue("16:00") LocalTime cutOff, @DefaultValue("false") boolean shipsOnMakeUpDays,
        @DefaultValue("true") boolean officeWorksOnMakeUpDays, @DefaultValue("09:00") LocalTime officeOpens,
        @DefaultValue("18:00") LocalTime officeCloses, @DefaultValue("") String files) {

    CalendarSettings {
        if (!officeOpens.isBefore(officeCloses)) {
            throw new StartRefused("The office would open at " + officeOpens + " and close at " + officeCloses + ".",
                    "Set kefu.calendar.office-opens to an earlier time than office-closes.");
        }
    }
}
