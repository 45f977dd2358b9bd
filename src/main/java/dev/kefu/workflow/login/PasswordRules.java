package dev.kefu.workflow.login;

import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyDigitRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLowerCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicySpecialCharacterRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUpperCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/** The rules for passwords in sentences. */
final class PasswordRules {

    private PasswordRules() {
    }

    static String inWords(PasswordPolicyRule rule) {
        return switch (rule.getPlaceholder()) {
            case PasswordPolicyLengthRuleImpl.PLACEHOLDER ->
                    "The password needs at least " + rule.getParameters().get("minLength") + " characters.";
            case PasswordPolicyLowerCaseRuleImpl.PLACEHOLDER -> "The password needs a small letter.";
            case PasswordPolicyUpperCaseRuleImpl.PLACEHOLDER -> "The password needs a capital letter.";
            case PasswordPolicyDigitRuleImpl.PLACEHOLDER -> "The password needs a digit.";
            case PasswordPolicySpecialCharacterRuleImpl.PLACEHOLDER ->
                    "The password needs a character that is neither letter nor digit.";
            case PasswordPolicyUserDataRuleImpl.PLACEHOLDER ->
                    "The password must not contain the account's id, name or e-mail address.";
            default -> "The password breaks the rule " + rule.getPlaceholder() + ".";
        };
    }
}
