package dev.kefu.couriers;

import dev.kefu.shared.SearchKey;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/** How towns and couriers are compared, however people write them. */
final class Names {

    private static final Pattern KIND_OF_TOWN = Pattern.compile("(?<=..)(?:(?:朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|傣族|壮族|白族"
            + "|景颇族|傈僳族|黎族|回族|蒙古族|蒙古|哈萨克|柯尔克孜)*自治[州县]|地区|林区|[市县盟区州])$");
    private static final Pattern KIND_OF_COURIER = Pattern.compile("(?<=..)(?:速递|快递|速运|快运|物流|express|courier)$");

    private Names() {
    }

    /** Empty if there is none: the key of the row of a whole province. */
    static String ofCity(@Nullable String city) {
        var key = SearchKey.ofName(city);
        return key == null ? "" : KIND_OF_TOWN.matcher(key).replaceFirst("");
    }

    /** Null if there is nothing to compare. */
    @Nullable
    static String ofCourier(@Nullable String name) {
        var key = SearchKey.ofName(name);
        return key == null ? null : KIND_OF_COURIER.matcher(key).replaceFirst("");
    }
}
