package dev.kefu.couriers;

import dev.kefu.shared.SearchKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** The provinces of China, and all that is their equal: what couriers' tables are told by. */
public enum Province {

    BEIJING("北京", "北京市", "Beijing"),
    TIANJIN("天津", "天津市", "Tianjin"),
    HEBEI("河北", "河北省", "Hebei"),
    SHANXI("山西", "山西省", "Shanxi"),
    INNER_MONGOLIA("内蒙古", "内蒙古自治区", "Inner Mongolia", "内蒙", "Neimongol", "Neimenggu"),
    LIAONING("辽宁", "辽宁省", "Liaoning"),
    JILIN("吉林", "吉林省", "Jilin"),
    HEILONGJIANG("黑龙江", "黑龙江省", "Heilongjiang"),
    SHANGHAI("上海", "上海市", "Shanghai"),
    JIANGSU("江苏", "江苏省", "Jiangsu"),
    ZHEJIANG("浙江", "浙江省", "Zhejiang"),
    ANHUI("安徽", "安徽省", "Anhui"),
    FUJIAN("福建", "福建省", "Fujian"),
    JIANGXI("江西", "江西省", "Jiangxi"),
    SHANDONG("山东", "山东省", "Shandong"),
    HENAN("河南", "河南省", "Henan"),
    HUBEI("湖北", "湖北省", "Hubei"),
    HUNAN("湖南", "湖南省", "Hunan"),
    GUANGDONG("广东", "广东省", "Guangdong"),
    GUANGXI("广西", "广西壮族自治区", "Guangxi", "广西省", "广西自治区"),
    HAINAN("海南", "海南省", "Hainan"),
    CHONGQING("重庆", "重庆市", "Chongqing"),
    SICHUAN("四川", "四川省", "Sichuan"),
    GUIZHOU("贵州", "贵州省", "Guizhou"),
    YUNNAN("云南", "云南省", "Yunnan"),
    TIBET("西藏", "西藏自治区", "Tibet", "Xizang"),
    SHAANXI("陕西", "陕西省", "Shaanxi"),
    GANSU("甘肃", "甘肃省", "Gansu"),
    QINGHAI("青海", "青海省", "Qinghai"),
    NINGXIA("宁夏", "宁夏回族自治区", "Ningxia", "宁夏自治区", "宁夏省"),
    XINJIANG("新疆", "新疆维吾尔自治区", "Xinjiang", "新疆自治区", "新疆省", "新疆维吾尔族自治区"),
    HONG_KONG("香港", "香港特别行政区", "Hong Kong", "中国香港", "香港特區"),
    MACAU("澳门", "澳门特别行政区", "Macau", "中国澳门", "澳門", "Macao"),
    TAIWAN("台湾", "台湾省", "Taiwan", "臺灣", "中国台湾", "台灣");

    private static final Pattern KIND = Pattern.compile("(?<=...)(?:province|sheng|municipality|city|autonomousregion|sar)$");
    private static final Map<String, Province> BY_KEY = new HashMap<>();

    static {
        for (var each : values()) {
            Stream.concat(Stream.of(each.chinese, each.full, each.english), Arrays.stream(each.others))
                    .forEach(name -> BY_KEY.put(SearchKey.ofName(name), each));
        }
    }

    private final String chinese;
    private final String full;
    private final String english;
    private final String[] others;

    Province(String chinese, String full, String english, String... others) {
        this.chinese = chinese;
        this.full = full;
        this.english = english;
        this.others = others;
    }

    /** The province that is called so, in Chinese or English, with or without what kind of province it is. */
    public static Optional<Province> called(@Nullable String name) {
        return Optional.ofNullable(SearchKey.ofName(name)).map(key -> BY_KEY.get(KIND.matcher(key).replaceFirst("")));
    }

    /** The short name by which the house stores it: {@code 浙江}. */
    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
