package dev.kefu.workflow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Listed;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.lang.Nullable;

/**
 * A process variable with its name, its type and its limits: what code writes and reads, and what a person may send.
 *
 * <p>In the engine it is a primitive (text, number, flag, moment, ISO date as text) or, for the rows of a form, JSON. A value that
 * does not fit is a {@link RuleViolation} on the variable's name, rule {@code input}.
 */
public final class ProcessVariable<T> {

    /** The engine keeps text in a column of this many characters. */
    public static final int LONGEST_TEXT = 4000;

    private static final String INPUT = "input";
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_JSON = 100_000;
    private static final int LONGEST_SHOWN_NAME = 64;
    private static final int LONGEST_CELL = 1_000;
    private static final int DEEPEST_JSON = 20;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2199;
    private static final String UNPLAIN = "has characters that can't be shown.";
    private static final String TOO_LONG = "has more than " + LONGEST_CELL + " characters.";
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST_JSON).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new SimpleModule().addDeserializer(String.class, new PlainText()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Enum, config -> config.setCoercion(CoercionInputShape.Integer,
                    CoercionAction.Fail))
            .build();

    private final String name;
    private final Field field;
    private final boolean leavesNoHistory;
    private final boolean isText;
    private final boolean isRows;
    private final Function<Object, T> fromEngine;
    private final Function<T, Object> toEngine;

    private ProcessVariable(Field field, boolean leavesNoHistory, boolean isText, Function<Object, T> fromEngine,
            Function<T, Object> toEngine) {
        this(field, leavesNoHistory, isText, false, fromEngine, toEngine);
    }

    private ProcessVariable(Field field, boolean leavesNoHistory, boolean isText, boolean isRows, Function<Object, T> fromEngine,
            Function<T, Object> toEngine) {
        this.name = field.name();
        this.field = field;
        this.leavesNoHistory = leavesNoHistory;
        this.isText = isText;
        this.isRows = isRows;
        this.fromEngine = fromEngine;
        this.toEngine = toEngine;
    }

    /** A short text of one line, at most 255 characters, all of which can be seen. */
    public static ProcessVariable<String> text(String name) {
        return text(name, 255);
    }

    /** A short text of one line with a limit of its own. */
    public static ProcessVariable<String> text(String name, int longest) {
        return text(name, longest, false, Text::isVisible);
    }

    /**
     * Text that code composed for people to read in a form, at most {@value #LONGEST_TEXT} characters. The case keeps what
     * it is made of, so the engine's history does not.
     */
    public static ProcessVariable<String> display(String name) {
        return text(name, LONGEST_TEXT, true, Text::isPlain);
    }

    /**
     * Text that a person typed, at most 2000 characters. It never enters the engine's history; the step that follows
     * moves it to the case's tables with {@link #take}.
     */
    public static ProcessVariable<String> freeText(String name) {
        return text(name, 2000, true, text -> Text.isPlain(text) && !Text.isReordered(text));
    }

    /** One of the constants of an enumeration, by name. */
    public static <E extends Enum<E>> ProcessVariable<E> choice(String name, Class<E> choices) {
        var names = Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList();
        return new ProcessVariable<>(new Field(name, Field.Type.CHOICE, false, names, null), false, false, raw -> {
            var wanted = string(name, raw);
            return Arrays.stream(choices.getEnumConstants())
                    .filter(each -> each.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> refused(name, "must be one of "
                            + Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Listed.names())
                            + "."));
        }, Enum::name);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(field(name, Field.Type.BOOLEAN), false, false, raw -> {
            if (raw instanceof Boolean flag) {
                return flag;
            }
            throw refused(name, "must be true or false.");
        }, flag -> flag);
    }

    public static ProcessVariable<Integer> wholeNumber(String name) {
        return new ProcessVariable<>(field(name, Field.Type.NUMBER), false, false, raw -> {
            if (raw instanceof Integer || raw instanceof Long || raw instanceof Short) {
                try {
                    return Math.toIntExact(((Number) raw).longValue());
                } catch (ArithmeticException tooBig) {
                    throw refused(name, "is too big.");
                }
            }
            throw refused(name, "must be a whole number.");
        }, number -> number);
    }

    /** A date, as ISO text ({@code 2026-11-21}) in the engine. */
    public static ProcessVariable<LocalDate> date(String name) {
        return new ProcessVariable<>(field(name, Field.Type.DATE), false, false, raw -> {
            try {
                var date = LocalDate.parse(string(name, raw));
                if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
                    throw refused(name, "must be a date between " + EARLIEST_YEAR + " and " + LATEST_YEAR + ".");
                }
                return date;
            } catch (DateTimeParseException malformed) {
                throw refused(name, "must be a date such as 2026-11-21.");
            }
        }, LocalDate::toString);
    }

    /** A moment that code computed for a timer to wait for, as a date of the engine. */
    public static ProcessVariable<Instant> moment(String name) {
        return new ProcessVariable<>(field(name, Field.Type.DATE), false, false, raw -> {
            if (raw instanceof Date date) {
                return date.toInstant();
            }
            throw refused(name, "must be a date with its time.");
        }, Date::from);
    }

    /** An exact decimal, as text in the engine; shown to people and tables, never trusted. */
    public static ProcessVariable<BigDecimal> decimal(String name) {
        return new ProcessVariable<>(field(name, Field.Type.DECIMAL), false, false, raw -> {
            var text = string(name, raw);
            // An exponent would make a short text a number of any length
            if (!DECIMAL.matcher(text).matches()) {
                throw refused(name, "must be a decimal such as 12.50.");
            }
            return new BigDecimal(text);
        }, BigDecimal::toPlainString);
    }

    /**
     * The rows of a list in a form, as JSON in the engine; at most {@value #MOST_ROWS}.
     *
     * @param row a record whose components are the fields of a row; other fields are refused
     */
    public static <R> ProcessVariable<List<R>> rows(String name, Class<R> row) {
        JavaType rows = JSON.getTypeFactory().constructCollectionType(List.class, row);
        return new ProcessVariable<>(field(name, Field.Type.JSON), false, true, true, raw -> {
            var text = json(name, raw);
            if (text.length() > LONGEST_JSON) {
                throw refused(name, "is too long.");
            }
            try {
                List<R> read = JSON.readValue(text, rows);
                if (read == null || read.isEmpty()) {
                    throw refused(name, "needs at least one row.");
                }
                if (read.size() > MOST_ROWS) {
                    throw refused(name, "has more than " + MOST_ROWS + " rows.");
                }
                if (read.contains(null)) {
                    throw refused(name, "has an empty row.");
                }
                return List.copyOf(read);
            } catch (JsonMappingException malformed) {
                throw refused(name + path(malformed), reason(malformed));
            } catch (JsonProcessingException malformed) {
                throw refused(name, reason(malformed));
            }
        }, ProcessVariable::json);
    }

    /**
     * One row of fields in a form, such as an address, as JSON in the engine.
     *
     * @param type a record whose components are the fields; other fields are refused
     */
    public static <R> ProcessVariable<R> fields(String name, Class<R> type) {
        return new ProcessVariable<>(field(name, Field.Type.JSON), false, true, raw -> {
            var text = json(name, raw);
            if (text.length() > LONGEST_JSON) {
                throw refused(name, "is too long.");
            }
            try {
                var read = JSON.readValue(text, type);
                if (read == null) {
                    throw refused(name, "needs at least one field.");
                }
                return read;
            } catch (JsonMappingException malformed) {
                throw refused(name + path(malformed), reason(malformed));
            } catch (JsonProcessingException malformed) {
                throw refused(name, reason(malformed));
            }
        }, ProcessVariable::json);
    }

    private static Object json(Object value) {
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same variable, whose values leave no trace in the engine: people wrote it, or our own tables keep it. */
    public ProcessVariable<T> keptOutOfHistory() {
        return new ProcessVariable<>(field, true, isText, isRows, fromEngine, toEngine);
    }

    public String name() {
        return name;
    }

    /** What it takes to ask somebody for it. */
    Field field() {
        return field;
    }

    /** Whether people's own words fit in, as they don't in a choice, a flag, a number or a date. */
    boolean isText() {
        return isText;
    }

    /** Whether its values stay out of the engine's history. */
    public boolean isKeptOutOfHistory() {
        return leavesNoHistory;
    }

    /**
     * The value in this execution.
     *
     * @throws IllegalStateException if there is none: a model that reads what nobody wrote
     */
    public T in(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("The variable " + name + " is not set"));
    }

    public Optional<T> find(VariableScope scope) {
        var raw = scope.getVariable(name);
        return isEmpty(raw) ? Optional.empty() : Optional.of(fromEngine.apply(raw));
    }

    /** Reads the value and removes the variable: what a person wrote moves into the case. */
    public Optional<T> take(VariableScope scope) {
        var value = find(scope);
        clear(scope);
        return value;
    }

    /** Forgets the value, so that a form that is shown again does not come filled with the last answer. */
    public void clear(VariableScope scope) {
        if (scope.hasVariable(name)) {
            scope.removeVariable(name);
        }
    }

    /** Sets the variable for the whole process, to null where there is no value: models may read it either way. */
    public void set(VariableScope scope, @Nullable T value) {
        var stored = value == null ? null : toEngine.apply(value);
        // The engine would write a history of each change, also of one that changes nothing.
        if (!scope.hasVariable(name) || !Objects.equals(scope.getVariable(name), stored)) {
            scope.setVariable(name, stored);
        }
    }

    /**
     * What the engine stores for this input.
     *
     * @param given what a person or program sent, typed or not; null or blank means nothing
     * @return null if nothing was given
     * @throws RuleViolation if the value does not fit
     */
    @Nullable
    Object canonical(@Nullable Object given) {
        var raw = given instanceof TypedValue typed ? untyped(typed) : given;
        return isEmpty(raw) || isRows && hasNoRows(raw) ? null : toEngine.apply(fromEngine.apply(raw));
    }

    /** A value as code has it, in the form in which others send it. */
    @Nullable
    static Object written(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Instant moment) {
            return Date.from(moment);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof LocalDate || value instanceof CaseNumber ? value.toString() : value;
    }

    @Nullable
    private static Object untyped(TypedValue typed) {
        if (typed instanceof JsonValue json) {
            return new RawJson(json.getValueSerialized());
        }
        if (typed instanceof SerializableValue) {
            return Variables.objectValue(null);
        }
        return typed.getValue();
    }

    private static boolean isEmpty(@Nullable Object raw) {
        return raw == null || raw instanceof String text && Text.isBlank(text)
                || raw instanceof RawJson json && (json.text() == null || json.text().isBlank());
    }

    /** A list in a form that nobody added a row to. A program that sends a list of nothing doesn't mean everything. */
    private static boolean hasNoRows(Object raw) {
        return raw instanceof RawJson json && json.text().strip().equals("[]");
    }

    private static ProcessVariable<String> text(String name, int longest, boolean leavesNoHistory,
            Predicate<String> isFit) {
        return new ProcessVariable<>(new Field(name, Field.Type.TEXT, false, List.of(), longest), leavesNoHistory, true, raw -> {
            var text = string(name, raw).strip();
            if (text.length() > longest) {
                throw refused(name, "has more than " + longest + " characters.");
            }
            if (!isFit.test(text)) {
                throw refused(name, UNPLAIN);
            }
            return text;
        }, text -> text);
    }

    private static Field field(String name, Field.Type type) {
        return new Field(name, type, false, List.of(), null);
    }

    private static String string(String name, Object raw) {
        if (raw instanceof String text) {
            return text;
        }
        throw refused(name, "must be text.");
    }

    private static String json(String name, Object raw) {
        if (raw instanceof String text) {
            return text;
        }
        if (raw instanceof RawJson given) {
            return given.text();
        }
        if (raw instanceof SpinJsonNode node) {
            return node.toString();
        }
        if (raw instanceof List<?> && !(raw instanceof SpinList) || raw instanceof Map<?, ?>) {
            try {
                return JSON.writeValueAsString(raw);
            } catch (JsonProcessingException unfit) {
                throw refused(name, "is not valid JSON.");
            }
        }
        throw refused(name, "must be a list of rows.");
    }

    private static String path(JsonMappingException malformed) {
        return malformed.getPath().stream()
                .map(each -> each.getFieldName() == null ? "[" + each.getIndex() + "]"
                        : "." + Text.shortened(each.getFieldName(), LONGEST_SHOWN_NAME))
                .collect(Collectors.joining());
    }

    private static String reason(JsonProcessingException malformed) {
        if (malformed instanceof StreamConstraintsException) {
            return "is nested too deeply, or has a number or name that is too long.";
        }
        if (malformed instanceof InputCoercionException) {
            return "is too large a number.";
        }
        return malformed.getOriginalMessage().startsWith("Duplicate field") ? "names a field twice." : "is not valid JSON.";
    }

    private static String reason(JsonMappingException malformed) {
        if (malformed instanceof UnrecognizedPropertyException) {
            return "is not a field of a row.";
        }
        if (malformed instanceof InvalidFormatException unfit
                && (UNPLAIN.equals(unfit.getOriginalMessage()) || TOO_LONG.equals(unfit.getOriginalMessage()))) {
            return unfit.getOriginalMessage();
        }
        if (malformed.getCause() instanceof JsonProcessingException json && !(json instanceof JsonMappingException)) {
            return reason(json);
        }
        if (malformed.getCause() instanceof IllegalArgumentException unfit && unfit.getMessage() != null) {
            return unfit.getMessage();
        }
        return "has a value that doesn't fit.";
    }

    /** Keeps JSON that the house knows nothing about: within the limits of all JSON, whatever it says. */
    static JsonValue anyJson(String name, @Nullable String text) {
        if (text != null && text.length() > LONGEST_JSON) {
            throw refused(name, "is too long.");
        }
        try {
            JSON.readTree(text == null ? "null" : text);
            return SpinValues.jsonValue(text).create();
        } catch (JsonProcessingException malformed) {
            throw refused(name, malformed instanceof JsonMappingException mapping ? reason(mapping) : reason(malformed));
        }
    }

    /** JSON as it was sent, which nobody has parsed yet; text of this form is no text. */
    private record RawJson(@Nullable String text) {
    }

    /** What people write in a row keeps the same rules as any other text. */
    private static final class PlainText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        PlainText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.length() > LONGEST_CELL) {
                throw new InvalidFormatException(parser, TOO_LONG, text, String.class);
            }
            if (text != null && (!Text.isPlain(text) || Text.isReordered(text))) {
                throw new InvalidFormatException(parser, UNPLAIN, text, String.class);
            }
            return text;
        }
    }

    private static RuleViolation refused(String field, String what) {
        return new RuleViolation(field, INPUT, field + " " + what);
    }
}
