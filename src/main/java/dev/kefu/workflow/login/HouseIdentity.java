package dev.kefu.workflow.login;

import dev.kefu.shared.KnownPasswords;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import dev.kefu.workflow.Groups;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.DirectFieldAccessor;

/**
 * The one place where passwords are checked and set, whoever asks: Basic, the web applications' login, the engine's REST
 * API. Takes the place of the engine's own lock, which one wrong password closes for three seconds and the tenth until an
 * administrator opens it; what it has locked in the database doesn't count any more.
 */
class HouseIdentity extends IdentityServiceImpl {

    private static final Logger LOG = LoggerFactory.getLogger(HouseIdentity.class);

    /** Who strangers must not be able to lock out: {@link LoginThrottle}. */
    private static final Set<String> SPARED = Set.of(Groups.ADMINISTRATORS, Groups.INTEGRATIONS);

    private static final Pattern READABLE = Pattern.compile("[^\\p{Cntrl}]{1,64}");

    private final BcryptPasswords bcrypt;
    private final PasswordManager passwords;
    private final VerifiedCredentials verified;
    private final LoginThrottle throttle;
    private final CallerAddress caller;

    /** Two calls of one caller are hashed one after the other: the second then finds what the first learned. */
    private final Object[] turns = IntStream.range(0, 256).mapToObj(any -> new Object()).toArray();

    HouseIdentity(BcryptPasswords bcrypt, PasswordManager passwords, VerifiedCredentials verified,
            LoginThrottle throttle, CallerAddress caller) {
        this.bcrypt = bcrypt;
        this.passwords = passwords;
        this.verified = verified;
        this.throttle = throttle;
        this.caller = caller;
    }

    /**
     * {@inheritDoc}
     *
     * @throws TooManyAttempts if too many wrong ones came before; then nobody looks at this one
     */
    @Override
    public boolean checkPassword(String userId, String password) {
        if (userId == null || password == null) {
            return false;
        }
        var stored = stored(userId);
        var address = caller.now();
        if (address.isEmpty()) {
            return matches(stored, password);
        }
        var attempt = Attempt.of(userId, address.get());
        var fingerprint = verified.fingerprint(userId, stored.hash + stored.salt, attempt.address(), password);
        if (verified.areFresh(fingerprint) && throttle.isFree(attempt)) {
            return true;
        }
        synchronized (turns[Math.floorMod(attempt.hashCode(), turns.length)]) {
            throttle.toWait(attempt, () -> isSpared(userId), verified.areKnown(fingerprint)).ifPresent(wait -> {
                throw new TooManyAttempts(wait);
            });
            if (!verified.areFresh(fingerprint) && !matches(stored, password)) {
                LOG.info("Wrong password for {} from {}", attempt.shownAccount(), attempt.address());
                throttle.wrong(attempt);
                return false;
            }
            throttle.right(attempt);
            verified.remember(fingerprint);
        }
        return true;
    }

    private boolean matches(Stored stored, String password) {
        if (stored.hash.isEmpty()) {
            bcrypt.checkNobodys(password);
            return false;
        }
        if (!passwords.check(EncryptionUtil.saltPassword(password, stored.salt), stored.hash)) {
            return false;
        }
        if (bcrypt.isOutdated(stored.hash)) {
            hashAgain(stored, password);
        }
        return true;
    }

    /** An account that still has a hash of the engine's own kind gets a better one as soon as its password is seen. */
    private void hashAgain(Stored stored, String password) {
        try {
            asHouse(context -> {
                var user = (UserEntity) context.getReadOnlyIdentityProvider().findUserById(stored.id);
                if (user != null && stored.hash.equals(user.getPassword())) {
                    user.setPassword(password);
                    context.getWritableIdentityProvider().saveUser(user);
                }
                return null;
            });
        } catch (RuntimeException somebodyElseChangedIt) {
            LOG.debug("The password of {} keeps its hash until the next login", stored.id, somebodyElseChangedIt);
        }
    }

    private Stored stored(String userId) {
        if (!READABLE.matcher(userId).matches()) {
            return Stored.NOBODY;
        }
        return asHouse(context -> {
            var found = context.getReadOnlyIdentityProvider().findUserById(userId);
            if (!(found instanceof UserEntity user) || user.getPassword() == null || user.getSalt() == null) {
                return Stored.NOBODY;
            }
            return new Stored(userId, user.getPassword(), user.getSalt());
        });
    }

    private boolean isSpared(String userId) {
        return asHouse(context -> context.getReadOnlyIdentityProvider().createGroupQuery(context).groupMember(userId)
                .list().stream().map(Group::getId).anyMatch(SPARED::contains));
    }

    /** An administrator's word ends our locks, too, on this node. */
    @Override
    public void unlockUser(String userId) {
        super.unlockUser(userId);
        throttle.forgive(userId);
    }

    /** Says which rule a password breaks; the engine would answer that something went wrong. */
    @Override
    public void saveUser(User user) {
        if (user instanceof UserEntity account && account.hasNewPassword()) {
            commandExecutor.execute(context -> {
                if (context.getProcessEngineConfiguration().isEnablePasswordPolicy()) {
                    requireGood(account);
                }
                return null;
            });
        }
        super.saveUser(user);
    }

    private void requireGood(UserEntity account) {
        var password = (String) new DirectFieldAccessor(account).getPropertyValue("newPassword");
        var violations = new ArrayList<Violation>();
        checkPasswordAgainstPolicy(getPasswordPolicy(), password, account).getViolatedRules()
                .forEach(rule -> violations.add(new Violation("password", rule.getPlaceholder(),
                        PasswordRules.inWords(rule))));
        if (KnownPasswords.isKnown(password, String.valueOf(account.getId()))) {
            violations.add(new Violation("password", "KNOWN_PASSWORD", "The password is one that everybody knows."));
        }
        if (!violations.isEmpty()) {
            throw new RuleViolation(violations);
        }
    }

    private <T> T asHouse(Command<T> work) {
        return commandExecutor.execute(context -> context.runWithoutAuthorization(work));
    }

    private record Stored(String id, String hash, String salt) {

        static final Stored NOBODY = new Stored("", "", "");
    }
}
