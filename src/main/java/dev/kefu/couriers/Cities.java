package dev.kefu.couriers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;

/**
 * The cities of each province: its prefectures, and what is administered by the province itself. Couriers' tables may name
 * smaller towns too, which nobody lists here.
 */
public final class Cities {

    private static final String FILE = "cities.csv";
    private static final Map<Province, Set<String>> KEYS = read();

    /** Only of these no two in China have the same name; districts and counties do. */
    private static final Pattern WHOLE_CITY = Pattern.compile(".+(?:[市盟]|地区|自治州)");

    private Cities() {
    }

    /** The other province in which a city of this name lies, if the name leaves no doubt. */
    public static Optional<Province> elsewhere(Province province, @Nullable String city) {
        if (city == null || isOf(province, city) || !WHOLE_CITY.matcher(city.strip()).matches()) {
            return Optional.empty();
        }
        return KEYS.keySet().stream().filter(other -> isOf(other, city)).findFirst();
    }

    /** Whether the province has a city of this name. */
    static boolean isOf(Province province, String city) {
        return KEYS.get(province).contains(Names.ofCity(city));
    }

    /** Whether the whole province is one city, whose districts people write where others write a city. */
    public static boolean isOne(Province province) {
        return KEYS.get(province).size() == 1;
    }

    private static Map<Province, Set<String>> read() {
        var keys = new EnumMap<Province, Set<String>>(Province.class);
        try (var file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Cities.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            file.lines().skip(1).map(line -> line.split(",")).forEach(line -> keys.put(Province.called(line[0]).orElseThrow(),
                    Arrays.stream(line[1].split(" ")).map(Names::ofCity).collect(Collectors.toUnmodifiableSet())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Collections.unmodifiableMap(keys);
    }
}
