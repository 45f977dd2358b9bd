package dev.kefu.notices;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told what is new: {@code kefu.notices.*}.
 *
 * @param lookEvery        how often it is looked for news, and told to connected pages; 0 never
 * @param mailEvery        nobody gets mails more often than that; one holds all that came meanwhile
 * @param streamsPerPerson so many connections may somebody hold; another one ends the oldest
 * @param streams          so many connections a node holds in all
 */
@ConfigurationProperties("kefu.notices")
record NoticeSettings(@DefaultValue("2s") Duration lookEvery, @DefaultValue("5m") Duration mailEvery,
        @DefaultValue("6") int streamsPerPerson, @DefaultValue("3000") int streams) {
}
