package dev.kefu.language;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * What Java code says in English: each expression that makes a text, as a template in which values are placeholders. Found in
 * the sources, because a sentence that nobody hears in a test must be translated too.
 */
final class SpokenSentences {

    /** @param template such as {@code "Only {left} units of line {line} are left."}; @param place class and line */
    record Spoken(String template, String place) {
    }

    private static final int MOST_BRANCHES = 96;
    private static final Pattern FORMAT = Pattern.compile("%(?:\\d+\\$)?[a-zA-Z]");
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}：]");
    private static final Set<String> LOGGERS = Set.of("log", "LOG", "getLogger");

    /** Faults of ours, of which people are told nothing but that there is one; and what keeps Kefu from starting. */
    private static final Set<String> UNHEARD = Set.of("IllegalStateException", "AssertionError",
            "UnsupportedOperationException", "StartRefused", "PaymentUnclear", "BookingUnclear", "PessimisticLockingFailureException",
            "PartnerCheck");

    private final Map<String, String> constants = new HashMap<>();
    private final List<Spoken> found = new ArrayList<>();
    private final Map<String, Spoken> alone = new HashMap<>();
    private final Set<String> glued = new HashSet<>();
    private SourcePositions positions;

    private SpokenSentences() {
    }

    static List<Spoken> in(Path sources) {
        var sentences = new SpokenSentences();
        parsed(sources, (units, positions) -> {
            sentences.positions = positions;
            units.forEach(unit -> unit.accept(sentences.new Constants(), null));
            units.forEach(unit -> unit.accept(sentences.new Reader(unit.getSourceFile().getName(), unit), null));
        });
        sentences.alone.keySet().removeAll(sentences.glued);
        sentences.found.addAll(sentences.alone.values());
        return sentences.found;
    }

    /** The names of all annotations in the sources. */
    static Set<String> annotationsIn(Path sources) {
        var names = new TreeSet<String>();
        parsed(sources, (units, positions) -> units.forEach(unit -> unit.accept(new TreeScanner<Void, Void>() {
            @Override
            public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
                names.add(annotation.getAnnotationType().toString());
                return super.visitAnnotation(annotation, nothing);
            }
        }, null)));
        return names;
    }

    private static void parsed(Path sources, BiConsumer<List<CompilationUnitTree>, SourcePositions> use) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null); Stream<Path> paths = Files.walk(sources)) {
            var java = files.getJavaFileObjectsFromPaths(
                    paths.filter(each -> each.toString().endsWith(".java")).sorted().toList());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, java);
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            use.accept(units, Trees.instance(task).getSourcePositions());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isChinese(ExpressionTree tree) {
        var found = new boolean[1];
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                found[0] |= HAN.matcher(String.valueOf(literal.getValue())).find();
                return null;
            }
        }.scan(tree, null);
        return found[0];
    }

    private final class Constants extends TreeScanner<Void, Void> {

        private String owner = "";

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            var outer = owner;
            owner = tree.getSimpleName().toString();
            super.visitClass(tree, nothing);
            owner = outer;
            return null;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            var flags = variable.getModifiers().getFlags();
            if (flags.contains(Modifier.STATIC) && flags.contains(Modifier.FINAL)
                    && variable.getInitializer() instanceof LiteralTree literal
                    && literal.getKind() == Tree.Kind.STRING_LITERAL) {
                constants.put(owner + "." + variable.getName(), String.valueOf(literal.getValue()));
            }
            return super.visitVariable(variable, nothing);
        }
    }

    private final class Reader extends TreeScanner<Void, Void> {

        private final String file;
        private final CompilationUnitTree unit;
        private String owner = "";

        private Reader(String file, CompilationUnitTree unit) {
            this.file = Path.of(file).getFileName().toString().replace(".java", "");
            this.unit = unit;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            var outer = owner;
            owner = tree.getSimpleName().toString();
            super.visitClass(tree, nothing);
            owner = outer;
            return null;
        }

        /** A constant that is only a part of other sentences is none itself. */
        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            var key = owner + "." + variable.getName();
            if (constants.containsKey(key) && variable.getInitializer() instanceof LiteralTree literal) {
                alone.put(key, new Spoken(constants.get(key), place(literal)));
                return null;
            }
            return super.visitVariable(variable, nothing);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            annotation.getArguments().stream()
                    .filter(each -> each instanceof AssignmentTree given && given.getVariable().toString().equals("message"))
                    .forEach(each -> ((AssignmentTree) each).getExpression().accept(this, null));
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                if (select.getIdentifier().contentEquals("formatted")) {
                    heard(call);
                    call.getArguments().forEach(each -> each.accept(this, null));
                    return null;
                }
                var on = select.getExpression().toString();
                if (LOGGERS.contains(on) || on.endsWith(".getLogger()")) {
                    return null;
                }
            }
            call.getMethodSelect().accept(this, null);
            for (int i = 0; i < call.getArguments().size(); i++) {
                // What follows Chinese is the same in English: it is said in both languages already
                if (i == 0 || !(call.getArguments().get(i - 1) instanceof LiteralTree before && isChinese(before))) {
                    call.getArguments().get(i).accept(this, null);
                }
            }
            return null;
        }

        @Override
        public Void visitConditionalExpression(ConditionalExpressionTree choice, Void nothing) {
            choice.getCondition().accept(this, null);
            choice.getTrueExpression().accept(this, null);
            // The other half is the same in English: it is said in both languages already
            return isChinese(choice.getTrueExpression()) ? null : choice.getFalseExpression().accept(this, null);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (UNHEARD.contains(made.getIdentifier().toString())) {
                return null;
            }
            return super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitBinary(BinaryTree binary, Void nothing) {
            if (binary.getKind() == Tree.Kind.PLUS && hasWords(binary)) {
                heard(binary);
                inside(binary);
                return null;
            }
            return super.visitBinary(binary, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getKind() == Tree.Kind.STRING_LITERAL) {
                heard(literal);
            }
            return null;
        }

        /** What is glued into a sentence may hold sentences of its own, as arguments of calls. */
        private void inside(ExpressionTree tree) {
            if (tree instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
                inside(binary.getLeftOperand());
                inside(binary.getRightOperand());
            } else if (tree instanceof ParenthesizedTree parenthesized) {
                inside(parenthesized.getExpression());
            } else if (tree instanceof ConditionalExpressionTree conditional) {
                conditional.getCondition().accept(this, null);
                inside(conditional.getTrueExpression());
                inside(conditional.getFalseExpression());
            } else if (tree instanceof SwitchExpressionTree chosen) {
                chosen.getExpression().accept(this, null);
                results(chosen).forEach(this::inside);
            } else if (!(tree instanceof LiteralTree)) {
                tree.accept(this, null);
            }
        }

        private void heard(ExpressionTree tree) {
            for (var template : templates(tree)) {
                found.add(new Spoken(template, place(tree)));
            }
        }

        private String place(ExpressionTree tree) {
            return file + ":" + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        }

        private List<String> templates(ExpressionTree tree) {
            if (tree instanceof LiteralTree literal) {
                return List.of(String.valueOf(literal.getValue()));
            }
            if (tree instanceof ParenthesizedTree parenthesized) {
                return templates(parenthesized.getExpression());
            }
            if (tree instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS && hasWords(binary)) {
                return joined(templates(binary.getLeftOperand()), templates(binary.getRightOperand()));
            }
            if (tree instanceof ConditionalExpressionTree conditional && !isChinese(conditional.getTrueExpression())) {
                return Stream.concat(templates(conditional.getTrueExpression()).stream(),
                        templates(conditional.getFalseExpression()).stream()).distinct().toList();
            }
            if (tree instanceof SwitchExpressionTree chosen) {
                return results(chosen).flatMap(each -> templates(each).stream()).distinct().toList();
            }
            if (tree instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("formatted")) {
                return templates(select.getExpression()).stream().map(text -> filled(text, call.getArguments())).toList();
            }
            if (tree instanceof IdentifierTree name && constants.containsKey(owner + "." + name.getName())) {
                glued.add(owner + "." + name.getName());
                return List.of(constants.get(owner + "." + name.getName()));
            }
            if (tree instanceof MemberSelectTree select && constants.containsKey(select.toString())) {
                glued.add(select.toString());
                return List.of(constants.get(select.toString()));
            }
            return List.of("{" + nameOf(tree) + "}");
        }

        private boolean hasWords(ExpressionTree tree) {
            var found = new boolean[1];
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    found[0] |= literal.getKind() == Tree.Kind.STRING_LITERAL;
                    return null;
                }

                @Override
                public Void visitIdentifier(IdentifierTree name, Void nothing) {
                    found[0] |= constants.containsKey(owner + "." + name.getName());
                    return null;
                }
            }.scan(tree, null);
            return found[0];
        }

        private String filled(String text, List<? extends ExpressionTree> values) {
            var count = new int[1];
            return FORMAT.matcher(text).replaceAll(each -> {
                var index = each.group().contains("$") ? Integer.parseInt(each.group().replaceAll("\\D", "")) - 1 : count[0]++;
                return Matcher.quoteReplacement("{" + nameOf(values.get(index)) + "}");
            }).replace("%%", "%");
        }

        private List<String> joined(List<String> before, List<String> after) {
            var all = before.stream().flatMap(each -> after.stream().map(each::concat)).distinct().toList();
            return all.size() > MOST_BRANCHES ? List.of("{tooManyBranches}") : all;
        }

        private Stream<ExpressionTree> results(SwitchExpressionTree chosen) {
            return chosen.getCases().stream().flatMap(each -> result(each).stream());
        }

        private List<ExpressionTree> result(CaseTree each) {
            if (each.getBody() instanceof ExpressionTree value) {
                return List.of(value);
            }
            var values = new ArrayList<ExpressionTree>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitYield(YieldTree yield, Void nothing) {
                    values.add(yield.getValue());
                    return null;
                }
            }.scan(each.getBody(), null);
            return values;
        }

        private String nameOf(ExpressionTree tree) {
            if (tree instanceof IdentifierTree name) {
                return name.getName().toString();
            }
            if (tree instanceof MemberSelectTree select) {
                return select.getIdentifier().toString();
            }
            if (tree instanceof MethodInvocationTree call) {
                return nameOf(call.getMethodSelect());
            }
            return "value";
        }
    }
}
