package dev.kefu.models;

import java.nio.file.Path;
import java.util.List;

/**
 * A sample that keeps all rules but one.
 *
 * @param demand what the broken rule demands
 * @param models the sample with the break in it
 * @param file the file that the rule is to complain about
 * @param element the element that it is to name; empty if it names the file only
 */
public record BrokenModel(String demand, Models models, String file, String element) {

    /** A small library, which keeps all rules. */
    public static final Models SAMPLE = Models.below(Path.of("src/test/models"))
        .withSources("dev/kefu/library/process/CheckCard.java");

    private static final String LEND = "processes/library/lend-book.bpmn";
    private static final String FINE = "processes/library/collect-fine.bpmn";
    private static final String RENEW = "processes/library/renew-card.bpmn";
    private static final String TERM = "processes/library/loan-term.dmn";
    private static final String REQUEST = "forms/library/request-book.form";
    private static final String PAY = "forms/library/pay-fine.form";
    private static final String HAND_OVER = "forms/library/hand-over-book.form";
    private static final String CARD = "processes/.camunda/element-templates/check-card.json";
    private static final String CALL = "processes/.camunda/element-templates/collect-fine.json";

    /** At least one break for each rule. */
    public static List<BrokenModel> all() {
        return List.of(
            breaking("A process file is valid BPMN 2.0", LEND, "sourceRef=\"checkCard\"", "sourceRef=\"nobody\"", ""),
            breaking("A process file is valid BPMN 2.0", LEND, "</bpmn:definitions>", "", ""),
            breaking("A process file is valid BPMN 2.0", LEND, "  <bpmn:message ",
                "<bpmn:process id=\"two\"/><bpmn:message ",
                "two"),
            breaking("A process is named as its file", LEND, "\"lend-book\"", "\"borrow-book\"", "borrow-book"),
            breaking("A process is named as its file", FINE, "\"collect-fine\"", "\"collectFine\"", "collectFine"),
            moving("A process stands in a folder named as a Java package", FINE,
                "processes/treasury/collect-fine.bpmn", ""),
            breaking("A process can run, has a name and says what it is for", LEND, " isExecutable=\"true\"", "",
                "lend-book"),
            breaking("A process can run, has a name and says what it is for", LEND, "Lending of a book", "lend_book",
                "lend-book"),
            breaking("A process can run, has a name and says what it is for", LEND,
                "A sample for the tests of the rules: a book is lent and comes back.", " ", "lend-book"),
            breaking("The deployment gate lets it pass", LEND, "P1095D", "P364D", "lend-book"),
            breaking("The deployment gate lets it pass", LEND, "P1095D", "P3Y", "lend-book"),
            breaking("The deployment gate lets it pass", FINE,
                " camunda:historyTimeToLive=\"P1095D\"", "",
                "collect-fine"),
            breaking("A process is drawn for Camunda 7.24", LEND, "7.24.0", "8.6.0", ""),
            breaking("Ids are words", LEND, "\"bookBack\"", "\"Event_0x1y2z3\"", "Event_0x1y2z3"),
            breaking("Ids are words", LEND, "\"cardValid\"", "\"Gateway_1\"", "Gateway_1"),
            breaking("Names are words", LEND, " name=\"Book back\"", "", "bookBack"),
            breaking("Names are words", LEND, "name=\"Book back\"", "name=\"BOOK_BACK\"", "bookBack"),
            breaking("Tasks are named by a verb and an object", LEND, "Hand over book", "Handover", "handOverBook"),
            breaking("A gateway that chooses asks a question", LEND, "Card valid?", "Card valid", "cardValid"),
            breaking("Every answer of a gateway is written on its way", LEND, " name=\"No\"", "",
                "cardValidToLoanRefused"),
            breaking("Every way out of a gateway has a condition or is the default", LEND,
                " default=\"cardValidToLoanRefused\"", "", "cardValidToLoanRefused"),
            breaking("Only a gateway splits", LEND, "<bpmn:endEvent id=\"loanRefused\"",
                "<bpmn:sequenceFlow id=\"also\" sourceRef=\"checkCard\" targetRef=\"bookBack\"/><bpmn:endEvent id=\"loanRefused\"",
                "checkCard"),
            breaking("A service task calls the bean of its own name", LEND, "${checkCard}", "${lookAtCard}",
                "checkCard"),
            new BrokenModel("A service task has a class of its own name",
                SAMPLE.withSources("dev/kefu/library/process/CheckCards.java"), LEND, "checkCard"),
            breaking("A service task's name is used once", FINE, "<bpmn:userTask ",
                "<bpmn:serviceTask id=\"checkCard\"/><bpmn:userTask ", "").about(LEND, "checkCard"),
            breaking("A user task shows the form of its own name", LEND, "formRef=\"hand-over-book\"",
                "formRef=\"request-book\"", "handOverBook"),
            breaking("A user task shows the form of its own name", FINE, "formRefBinding=\"latest\"",
                "formRefBinding=\"deployment\"", "payFine"),
            removing("A user task shows the form of its own name", HAND_OVER, LEND, "handOverBook"),
            breaking("A user task is offered to groups of the contract", LEND, "agents,${others}", "librarians",
                "handOverBook"),
            breaking("A user task is offered to groups of the contract", FINE,
                " camunda:candidateGroups=\"finance\"", "",
                "payFine"),
            breaking("A user task has a due date", FINE, " camunda:dueDate=\"P1D\"", "", "payFine"),
            breaking("A user task says what is to be done", FINE, "Note the payment.", "", "payFine"),
            breaking("A start form exists", LEND, "formRef=\"request-book\"", "formRef=\"ask-for-book\"",
                "bookRequested"),
            breaking("A start form exists", LEND, "formRef=\"request-book\"", "formKey=\"request-book\"",
                "bookRequested"),
            removing("A business rule task asks a table that exists", TERM, LEND, "decideTerm"),
            breaking("A business rule task asks a table that exists", LEND, "decisionRefBinding=\"latest\"",
                "decisionRefBinding=\"deployment\"", "decideTerm"),
            removing("A called process exists and gets the case number", FINE, LEND, "collectFine"),
            breaking("A called process exists and gets the case number", LEND,
                "businessKey=\"#{execution.processBusinessKey}\"",
                "variables=\"all\"", "collectFine"),
            breaking("Every wait has a way out", LEND, "sourceRef=\"bookReturned\"", "sourceRef=\"checkCard\"",
                "bookReturned"),
            breaking("Every wait has a way out", RENEW, "sourceRef=\"answerOverdue\"", "sourceRef=\"answerGiven\"",
                "answerOverdue"),
            breaking("Every wait has a way out", RENEW, "sourceRef=\"askReader\"", "sourceRef=\"cardExpiring\"",
                "askReader"),
            breaking("Every wait has a way out", RENEW, "sourceRef=\"readerLeft\"", "sourceRef=\"cardExpiring\"",
                "readerLeft"),
            breaking("An event-based gateway waits for several things", RENEW, "targetRef=\"answerOverdue\"",
                "targetRef=\"answerJoin\"", "waitForAnswer"),
            breaking("An event-based gateway waits for several things", RENEW, "<bpmn:sequenceFlow id=\"waitForAnswerToAnswerOverdue\""
                + " sourceRef=\"waitForAnswer\" targetRef=\"answerOverdue\" />", "", "waitForAnswer"),
            breaking("A timer waits for a moment that the code computed", RENEW, "${answerBy}", "2026-12-24T12:00:00Z",
                "answerOverdue"),
            breaking("A timer waits for a moment that the code computed", RENEW, "bpmn:timeDate", "bpmn:timeDuration",
                "answerOverdue"),
            breaking("A boundary event belongs to something that waits", RENEW, "attachedToRef=\"askReader\"",
                "attachedToRef=\"cardSettled\"", "readerLeft"),
            breaking("A message says what happened", RENEW, "reader-left", "READER_LEFT", "readerLeft"),
            breaking("A message says what happened", LEND, "book-returned", "Message 1", "bookReturned"),
            breaking("A message says what happened", LEND, " messageRef=\"bookReturnedName\"", "", "bookReturned"),
            breaking("Every node is reached from a start", LEND, "targetRef=\"bookReturned\"", "targetRef=\"bookBack\"",
                "bookReturned"),
            breaking("Every node leads to an end", LEND, "targetRef=\"bookBack\"", "targetRef=\"bookReturned\"",
                "collectFine"),
            breaking("Every node is reached from a start", RENEW, "targetRef=\"askingEnded\"", "targetRef=\"answerJoin\"",
                "cardSettled"),
            breaking("Every node leads to an end", RENEW, "targetRef=\"askingEnded\"", "targetRef=\"waitForAnswer\"",
                "answerJoin"),
            breaking("Every node leads to an end", RENEW, "sourceRef=\"askReader\"", "sourceRef=\"cardExpiring\"",
                "askingEnded"),
            breaking("The deployment gate lets it pass", LEND, "delegateExpression=\"${checkCard}\"",
                "class=\"dev.kefu.CheckCard\"",
                "checkCard"),
            breaking("The deployment gate lets it pass", LEND, "delegateExpression=\"${checkCard}\"",
                "expression=\"${card.check()}\"",
                "checkCard"),
            breaking("The deployment gate lets it pass", LEND, "bpmn:businessRuleTask", "bpmn:scriptTask", "decideTerm"),
            breaking("The deployment gate lets it pass", LEND, "xsi:type=\"bpmn:tFormalExpression\"",
                "xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\"", "cardValidToHandOverBook"),
            breaking("The deployment gate lets it pass", LEND, "<camunda:in ",
                "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">x</camunda:script>"
                    + "</camunda:executionListener><camunda:in ", "collectFine"),

            breaking("Every node and every flow is drawn", LEND, "bpmnElement=\"loanRefused\"",
                "bpmnElement=\"bookBack\"",
                "loanRefused"),
            breaking("Every node and every flow is drawn", FINE, "bpmnElement=\"payFineToFinePaid\"",
                "bpmnElement=\"fineOwedToPayFine\"", "payFineToFinePaid"),
            breaking("Nothing is drawn that the process doesn't have", LEND, "bpmnElement=\"loanRefused\"",
                "bpmnElement=\"loanLost\"", "loanLost"),
            breaking("No two shapes overlap", FINE, "x=\"330\" y=\"102\"", "x=\"270\" y=\"102\"", "finePaid"),
            breaking("Labels cover nothing", LEND, "x=\"483\" y=\"75\"", "x=\"400\" y=\"90\"", "cardValid"),
            breaking("Flows run at right angles", LEND, "<di:waypoint x=\"510\" y=\"240\" />", "",
                "cardValidToLoanRefused"),
            breaking("Flows run around the shapes", LEND, "<di:waypoint x=\"510\" y=\"240\" />",
                "<di:waypoint x=\"510\" y=\"300\" /><di:waypoint x=\"380\" y=\"300\" /><di:waypoint x=\"380\" y=\"100\" />"
                    + "<di:waypoint x=\"600\" y=\"100\" /><di:waypoint x=\"600\" y=\"240\" />",
                "cardValidToLoanRefused"),

            breaking("A box is drawn open", RENEW, " isExpanded=\"true\"", "", "askReader"),
            breaking("A box holds what belongs to it and nothing else", RENEW, "x=\"700\" y=\"142\"", "x=\"500\" y=\"242\"",
                "cardSettled"),
            breaking("A box holds what belongs to it and nothing else", RENEW, "x=\"580\" y=\"142\"", "x=\"620\" y=\"142\"",
                "askingEnded"),
            breaking("Flows from elsewhere run around a box", RENEW, "<di:waypoint x=\"640\" y=\"160\" />",
                "<di:waypoint x=\"600\" y=\"160\" />", "askReaderToCardSettled"),
            breaking("Boundary events sit on a lower edge", RENEW, "x=\"562\" y=\"322\"", "x=\"562\" y=\"62\"", "readerLeft"),

            breaking("A decision file is valid DMN", TERM, "hitPolicy=\"FIRST\"", "hitPolicy=\"LAST\"", ""),
            breaking("A decision is named as its file", TERM, "id=\"loan-term\"", "id=\"term-of-loan\"",
                "term-of-loan"),
            moving("A decision stands in a folder named as a Java package", TERM,
                "processes/treasury/loan-term.dmn", ""),
            breaking("A decision has a name and says what it decides", TERM,
                "A sample for the tests of the rules: how many days a book is lent.", "", "loan-term"),
            breaking("A decision has a name and says what it decides", TERM, "Loan term", "Decision1", "loan-term"),
            breaking("The deployment gate lets it pass", TERM, "P1095D", "P30D", "loan-term"),
            breaking("A decision is drawn for Camunda 7.24", TERM, "executionPlatformVersion",
                "executionPlatformNumber", ""),
            breaking("The deployment gate lets it pass", TERM, "<inputEntry id=\"adults-readerKind\"",
                "<inputEntry id=\"adults-readerKind\" expressionLanguage=\"juel\"", "adults-readerKind"),
            breaking("Columns have headings, names and types", TERM, "label=\"Reader\"", "label=\"\"",
                "readerKindInput"),
            breaking("Columns have headings, names and types", TERM, " typeRef=\"integer\"", "", "daysOutput"),
            breaking("Columns have headings, names and types", TERM, "<text>readerKind</text>", "<text></text>",
                "readerKindInput"),
            breaking("Every row answers in every column", TERM, "<text>28</text>", "<text></text>", "adults"),
            breaking("A table in which the first row counts ends with a row for everything else", TERM,
                "<text></text>", "<text>\"CHILD\"</text>", "loan-term-table"),
            breaking("A decision is drawn", TERM, "dmnElementRef=\"loan-term\"", "dmnElementRef=\"nothing\"",
                "loan-term"),

            breaking("A form file is a form", PAY, "\"type\": \"default\",", "\"type\": ", ""),
            breaking("A form file is a form", PAY, "components", "fields", ""),
            breaking("A form is named as its file", PAY, "\"pay-fine\"", "\"pay-the-fine\"", "pay-the-fine"),
            moving("A form stands in a folder named as a Java package", PAY, "forms/treasury/pay-fine.form", ""),
            breaking("A form is made for Camunda 7.24", PAY, "\"schemaVersion\": 16", "\"schemaVersion\": 18", ""),
            breaking("A form is made for Camunda 7.24", PAY, "Camunda Platform", "Camunda Cloud", ""),
            breaking("The deployment gate lets it pass", PAY, "checkbox", "filepicker", "paid"),
            breaking("Ids of fields are given once", REQUEST, "\"id\": \"state\"", "\"id\": \"number\"", "number"),
            breaking("Keys of fields are given once", HAND_OVER, "\"key\": \"done\"", "\"key\": \"note\"", "note"),
            breaking("Keys of fields are given once", REQUEST, "\"key\": \"state\"", "\"key\": \"number\"", "number"),
            breaking("Keys of fields are given once", PAY, "\"key\": \"paid\",", "", "paid"),
            breaking("Fields have labels", PAY, "\"label\": \"Paid\"", "\"label\": \"\"", "paid"),
            breaking("Texts have a length that a variable can hold", HAND_OVER, "2000", "5000", "note"),
            breaking("Texts have a length that a variable can hold", REQUEST, "\"maxLength\"", "\"longest\"", "title"),
            breaking("Rows of a list can all be seen, added and removed", REQUEST, "\"isRepeating\": true",
                "\"isRepeating\": true, \"disableCollapse\": false, \"nonCollapsedItems\": 2", "copies"),
            breaking("Rows of a list can all be seen, added and removed", REQUEST, "\"allowAddRemove\": true",
                "\"allowAddRemove\": false", "copies"),
            breaking("Choices are written out with label and value", REQUEST, "\"label\": \"New\",", "", "state"),
            breaking("A form is used", FINE, "camunda:formRef=\"pay-fine\"", "camunda:formRef=\"request-book\"",
                "").about(PAY, ""),

            breaking("An element template can be read, and has a name, an id and a description", CARD,
                "\"A sample.\"", "\"\"",
                ""),
            breaking("An element template can be read, and has a name, an id and a description", CARD, "{", "", ""),
            breaking("Every service task has an element template", CARD, "${checkCard}", "${checkCards}", "")
                .about(LEND, "checkCard"),
            removing("Every service task has an element template", CARD, LEND, "checkCard"),
            breaking("Every called process has an element template that passes the case number", CALL,
                "processBusinessKey", "id", "").about(LEND, "collectFine"),
            breaking("Every element template has a task", CARD, "${checkCard}", "${feedCat}", ""),
            breaking("A task names an element template that exists", CARD, "\"version\": 1", "\"version\": 2", "")
                .about(LEND, "checkCard"));
    }

    private static BrokenModel breaking(String demand, String file, String part, String replacement, String element) {
        return new BrokenModel(demand, SAMPLE.changing(file, text -> replaced(text, part, replacement)), file, element);
    }

    /** The break is in one file, the complaint is about another. */
    private BrokenModel about(String otherFile, String otherElement) {
        return new BrokenModel(demand, models, otherFile, otherElement);
    }

    private static BrokenModel removing(String demand, String removed, String file, String element) {
        return new BrokenModel(demand, SAMPLE.without(removed), file, element);
    }

    private static BrokenModel moving(String demand, String from, String to, String element) {
        var text = SAMPLE.files().stream().filter(each -> each.path().equals(from)).findFirst().orElseThrow().text();
        return new BrokenModel(demand, SAMPLE.without(from).with(new ModelFile(to, text)), to, element);
    }

    private static String replaced(String text, String part, String replacement) {
        if (!text.contains(part)) {
            throw new IllegalStateException("The sample has no " + part);
        }
        return text.replace(part, replacement);
    }

    @Override
    public String toString() {
        return demand + ": " + (element.isEmpty() ? file : element);
    }
}
