package dev.kefu.workflow.gate;

import static dev.kefu.workflow.gate.HouseLanguage.EXECUTION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Parser;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.joda.time.DateTime;

/**
 * Reads an expression with the engine's own parser and walks the tree. What it does not know, it refuses: variables,
 * literals, operators and {@link HouseLanguage} are all there is.
 */
class ExpressionReader {

    private final Predicate<String> serviceTask;

    ExpressionReader(Predicate<String> serviceTask) {
        this.serviceTask = serviceTask;
    }

    /** What may be done with a part of an expression. */
    private enum Kind { VARIABLE, EXECUTION, DATE, VALUE }

    /** What is wrong with the expressions in a text; empty if nothing is, or if there are none. */
    List<String> problems(String text) {
        if (!HouseLanguage.isExpression(text)) {
            return List.of();
        }
        var problems = new ArrayList<String>();
        parse(text, problems).ifPresent(root -> new Walk(problems).visit(root, false));
        return problems.stream().distinct().map(problem -> "the expression " + shortened(text) + " " + problem).toList();
    }

    /** The name in an expression that is nothing but a name. */
    Optional<String> nameIn(String text) {
        return parse(text, new ArrayList<>())
                .filter(root -> root instanceof AstEval && root.getChild(0) instanceof AstIdentifier)
                .map(root -> ((AstIdentifier) root.getChild(0)).getName());
    }

    static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 120) + " …";
    }

    private static Optional<Node> parse(String text, List<String> problems) {
        if (!HouseLanguage.isReadable(text)) {
            problems.add("is too long or has too many brackets; let a decision table or a service task find it out");
            return Optional.empty();
        }
        try {
            return Optional.of(new HouseBuilder().build(text).getRoot());
        } catch (TreeBuilderException unreadable) {
            problems.add("can't be read (" + unreadable.getMessage().replaceAll("\\s+", " ") + "); correct it");
            return Optional.empty();
        }
    }

    private final class Walk {

        private final List<String> problems;

        Walk(List<String> problems) {
            this.problems = problems;
        }

        /** @param asBase whether a member of this part is asked for */
        Kind visit(Node node, boolean asBase) {
            if (node instanceof AstIdentifier identifier) {
                return identifier(identifier.getName(), asBase);
            }
            if (node instanceof AstMethod) {
                return call(node);
            }
            if (node instanceof Member member) {
                return property(member);
            }
            if (node instanceof AstFunction function) {
                return function(function);
            }
            if (node instanceof AstNested) {
                return visit(node.getChild(0), asBase);
            }
            if (!(node instanceof AstComposite || node instanceof AstEval || node instanceof AstText
                    || node instanceof AstLiteral || node instanceof AstBinary || node instanceof AstUnary
                    || node instanceof AstChoice)) {
                return refuse("asks for a member in brackets or for something that expressions here don't have; "
                        + "use a variable of its own");
            }
            children(node);
            return Kind.VALUE;
        }

        private void children(Node node) {
            for (int i = 0; i < node.getCardinality(); i++) {
                visit(node.getChild(i), false);
            }
        }

        private Kind identifier(String name, boolean asBase) {
            if (name.equals(EXECUTION)) {
                return asBase ? Kind.EXECUTION : refuse("uses execution itself; only "
                        + "execution.processBusinessKey, execution.id and execution.getVariable('…') exist");
            }
            if (HouseLanguage.SCOPES.contains(name)) {
                return refuse("uses " + name + ", which does not exist for it; use a variable");
            }
            if (serviceTask.test(name)) {
                return refuse("uses the service task " + name + "; call it by a delegate expression, or use a variable");
            }
            return Kind.VARIABLE;
        }

        private Kind function(AstFunction function) {
            if (!HouseLanguage.FUNCTIONS.contains(function.getName())) {
                return refuse("uses the function " + function.getName() + "(), which does not exist for it; there are only "
                        + "now() and dateTime(), currentUser() and currentUserGroups()");
            }
            if (function.getParamCount() > 0) {
                return refuse("gives " + function.getName() + "() something; it takes nothing");
            }
            return function.getName().equals("dateTime") ? Kind.DATE : Kind.VALUE;
        }

        private Kind property(Member member) {
            var base = visit(member.getChild(0), true);
            return switch (base) {
                case EXECUTION -> HouseLanguage.EXECUTION_PROPERTIES.containsKey(member.name()) ? Kind.VALUE
                        : refuseMember(EXECUTION + "." + member.name());
                // The entries of what a decision table answered
                case VARIABLE -> member.name().equals("class") ? refuseMember("class") : Kind.VARIABLE;
                case DATE, VALUE -> refuseMember(member.name());
            };
        }

        private Kind call(Node method) {
            if (!(method.getChild(0) instanceof Member member)) {
                return refuse("calls something in brackets; use a variable");
            }
            var arguments = method.getChild(1);
            children(arguments);
            var base = visit(member.getChild(0), true);
            if (base == Kind.EXECUTION && HouseLanguage.EXECUTION_METHODS.containsKey(member.name())
                    && arguments.getCardinality() == 1) {
                return Kind.VALUE;
            }
            if (base == Kind.DATE) {
                var calculation = HouseLanguage.dateMember(member.name(), arguments.getCardinality());
                if (calculation.isPresent()) {
                    return calculation.get().getReturnType() == DateTime.class ? Kind.DATE : Kind.VALUE;
                }
            }
            return refuseMember((base == Kind.EXECUTION ? EXECUTION + "." : "") + member.name() + "()");
        }

        private Kind refuseMember(String member) {
            return refuse("uses " + member + ", which does not exist for it; compare and calculate with variables, "
                    + "and let a service task do the rest");
        }

        private Kind refuse(String problem) {
            problems.add(problem);
            return Kind.VARIABLE;
        }
    }

    /** The engine's parser, but members tell their names. */
    private static class HouseBuilder extends Builder {

        HouseBuilder() {
            super(Feature.METHOD_INVOCATIONS);
        }

        @Override
        protected Parser createParser(String expression) {
            return new Parser(this, expression) {

                @Override
                protected AstDot createAstDot(AstNode base, String property, boolean lvalue) {
                    return new Member(base, property, lvalue);
                }
            };
        }
    }

    private static final class Member extends AstDot {

        Member(AstNode base, String property, boolean lvalue) {
            super(base, property, lvalue);
        }

        String name() {
            return property;
        }
    }
}
