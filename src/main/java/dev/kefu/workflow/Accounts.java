package dev.kefu.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.context.annotation.Lazy;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The engine's users and groups, seen without the rights of whoever acts: a person who may not list colleagues still has
 * colleagues.
 */
@Component
public class Accounts {

    private final IdentityService identity;
    private final HouseCommands house;

    Accounts(@Lazy IdentityService identity, HouseCommands house) {
        this.identity = identity;
        this.house = house;
    }

    /** What changes when the account's password does, and tells nothing about it; empty if there is no such account. */
    public Optional<String> passwordMark(String userId) {
        return house.run(() -> Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult())
                .map(user -> Standings.mark(((UserEntity) user).getPassword())));
    }

    /**
     * Somebody with an account.
     *
     * @param name   the id if the account has none
     * @param email  null if the account has none
     * @param groups with the names that people read
     */
    public record Person(String id, String name, @Nullable String email, List<NamedGroup> groups) {
    }

    public record NamedGroup(String id, String name) {
    }

    /** Whoever has this account; only the id, if there is none. */
    public Person personOf(String userId) {
        return house.run(() -> {
            var groups = identity.createGroupQuery().groupMember(userId).orderByGroupId().asc().list().stream()
                    .map(group -> new NamedGroup(group.getId(), Objects.requireNonNullElse(group.getName(), group.getId())))
                    .toList();
            var user = identity.createUserQuery().userId(userId).singleResult();
            if (user == null) {
                return new Person(userId, userId, null, groups);
            }
            return new Person(userId, nameOf(user),
                    StringUtils.hasText(user.getEmail()) ? user.getEmail() : null, groups);
        });
    }

    public List<String> groupsOf(String userId) {
        return house.run(() -> identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId).toList());
    }

    /** What these people are called, by user id; one statement. Who has no account is left out. */
    public Map<String, String> namesOf(Collection<String> userIds) {
        return userIds.isEmpty() ? Map.of() : house.run(() -> identity.createUserQuery()
                .userIdIn(userIds.toArray(String[]::new)).listPage(0, userIds.size()).stream()
                .collect(Collectors.toMap(User::getId, Accounts::nameOf)));
    }

    private static String nameOf(User user) {
        return nameOf(user.getId(), user.getFirstName(), user.getLastName());
    }

    /** As people read it: in Chinese the family's name stands first, and nothing between. The id of those who have none. */
    static String nameOf(String id, @Nullable String first, @Nullable String last) {
        var given = first == null ? "" : first.strip();
        var family = last == null ? "" : last.strip();
        var isChinese = (given + family).codePoints()
                .allMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN);
        var name = isChinese ? family + given : (given + " " + family).strip();
        return name.isEmpty() ? id : name;
    }

    public List<String> membersOf(String groupId) {
        return house.run(() -> identity.createUserQuery().memberOfGroup(groupId).list().stream()
                .map(User::getId).toList());
    }

    /**
     * Whether the password opens the account. Wrong answers count against it and against where they come from.
     *
     * @throws jakarta.ws.rs.WebApplicationException 429, if too many wrong ones came before
     */
    public boolean checkPassword(String userId, String password) {
        return identity.checkPassword(userId, password);
    }

    /** Whether the password is the account's. Asked by the house itself, so a wrong answer does not count against it. */
    public boolean hasPassword(String userId, String password) {
        return hasAnyPassword(userId, List.of(password));
    }

    /** Whether one of the passwords is the account's. Each guess costs a hash, so they are made side by side. */
    public boolean hasAnyPassword(String userId, Collection<String> passwords) {
        return house.run(() -> {
            if (!(identity.createUserQuery().userId(userId).singleResult() instanceof UserEntity user)) {
                return false;
            }
            var hashes = Context.getProcessEngineConfiguration().getPasswordManager();
            return passwords.parallelStream().anyMatch(password ->
                    hashes.check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword()));
        });
    }

    /** Whether the account may have this password by the engine's policy, which is asked even where it is off. */
    public boolean isStrong(String userId, String password) {
        return house.run(() -> identity.checkPasswordAgainstPolicy(new DefaultPasswordPolicyImpl(), password,
                identity.newUser(userId)).isValid());
    }

    /** Creates the group if it isn't there. */
    public void ensureGroup(String groupId, String name) {
        house.run(() -> {
            if (identity.createGroupQuery().groupId(groupId).count() == 0) {
                var group = identity.newGroup(groupId);
                group.setName(name);
                group.setType("WORKFLOW");
                identity.saveGroup(group);
            }
            return null;
        });
    }

    /** Creates the account if it isn't there, with its groups; an existing one stays as it is. */
    public void ensureUser(String userId, String firstName, String lastName, String password, List<String> groups) {
        house.run(() -> {
            if (identity.createUserQuery().userId(userId).count() == 0) {
                var user = identity.newUser(userId);
                user.setFirstName(firstName);
                user.setLastName(lastName);
                user.setPassword(password);
                identity.saveUser(user);
                groups.forEach(group -> identity.createMembership(userId, group));
            }
            return null;
        });
    }

    /** Gives the account this password, whatever it was. */
    public void setPassword(String userId, String password) {
        house.run(() -> {
            var user = identity.createUserQuery().userId(userId).singleResult();
            user.setPassword(password);
            identity.saveUser(user);
            return null;
        });
    }

    /** Makes the account a member of the group if it isn't one. */
    public void ensureMember(String userId, String groupId) {
        house.run(() -> {
            if (identity.createUserQuery().userId(userId).memberOfGroup(groupId).count() == 0) {
                identity.createMembership(userId, groupId);
            }
            return null;
        });
    }

    /** Runs as this user: the history names them, their groups count; the previous actor returns afterwards. */
    public void runAs(String userId, Runnable work) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(userId, groupsOf(userId));
        try {
            work.run();
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before);
            }
        }
    }
}
