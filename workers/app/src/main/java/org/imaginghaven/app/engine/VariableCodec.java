package org.imaginghaven.app.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;

/**
 * Turns process variables into the records of jobs and back, by the names of their components.
 *
 * <p>Knows only the types that may cross a zone: keys, enums, whole numbers, booleans, dates, durations, codes, governance
 * texts, and lists of these. Faults name the variable and what was expected, never its value.
 */
final class VariableCodec {

    private final ObjectMapper json = new ObjectMapper();

    /** A variable that is missing or is not what the job expects. */
    static final class BadVariable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadVariable(String name, String expected) {
            super("the variable " + name + " is not " + expected);
        }
    }

    static List<String> names(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    <R extends Record> R read(String variables, Class<R> type) {
        JsonNode tree = tree(variables);
        RecordComponent[] components = type.getRecordComponents();
        @Nullable
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = component(tree.get(components[i].getName()), components[i]);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new BadVariable(type.getSimpleName(), "accepted by its record");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
    }

    Map<String, Object> write(Record output) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (RecordComponent component : output.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                variables.put(component.getName(), plain(component.getAccessor().invoke(output)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("every record component can be read", e);
            }
        }
        return variables;
    }

    private JsonNode tree(String variables) {
        try {
            return json.readTree(variables);
        } catch (JsonProcessingException e) {
            throw new BadVariable("(all)", "JSON");
        }
    }

    private @Nullable Object component(@Nullable JsonNode node, RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (node == null || node.isNull() || blankText(node, component.getType())) {
            if (optional) {
                return null;
            }
            throw new BadVariable(component.getName(), "there");
        }
        try {
            return value(node, component.getGenericType());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadVariable(component.getName(), "a " + component.getGenericType().getTypeName());
        }
    }

    /** What a form leaves when its text field is empty. */
    private static boolean blankText(JsonNode node, Class<?> type) {
        return node.isTextual() && node.asText().isBlank() && type != String.class;
    }

    private Object value(JsonNode node, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            demand(node.isArray());
            List<Object> values = new ArrayList<>();
            node.forEach(element -> values.add(value(element, list.getActualTypeArguments()[0])));
            return List.copyOf(values);
        }
        demand(type instanceof Class<?>);
        Class<?> raw = (Class<?>) type;
        if (raw == int.class || raw == Integer.class) {
            demand(node.canConvertToInt() && node.isIntegralNumber());
            return node.intValue();
        }
        if (raw == long.class || raw == Long.class) {
            demand(node.isIntegralNumber());
            return node.longValue();
        }
        if (raw == boolean.class || raw == Boolean.class) {
            demand(node.isBoolean());
            return node.booleanValue();
        }
        demand(node.isTextual());
        return text(node.textValue(), raw);
    }

    private static Object text(String text, Class<?> type) {
        if (type == Key.class) {
            return new Key(text);
        }
        if (type == GovernanceText.class) {
            return new GovernanceText(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == Duration.class) {
            return Duration.parse(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        demand(type == String.class);
        return text;
    }

    private static Object constant(Class<?> type, String name) {
        return Stream.of(type.getEnumConstants()).filter(c -> c instanceof Enum<?> e && WireName.of(e).equals(name))
                .findFirst().orElseThrow(IllegalArgumentException::new);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Key key -> key.value();
            case GovernanceText text -> text.value();
            case Enum<?> constant -> WireName.of(constant);
            case List<?> list -> list.stream().map(VariableCodec::plain).toList();
            case LocalDate date -> date.toString();
            case Duration duration -> duration.toString();
            case Integer _,Long _,Boolean _,String _ -> value;
            default -> throw new IllegalStateException(
                    "a " + value.getClass().getSimpleName() + " may not become a variable");
        };
    }

    private static void demand(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
