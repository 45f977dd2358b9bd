package dev.kefu.cases.web;

import dev.kefu.cases.Attachment;
import dev.kefu.cases.CaseAccess;
import dev.kefu.cases.CaseCustomer;
import dev.kefu.cases.CaseCustomers;
import dev.kefu.cases.CaseFile;
import dev.kefu.cases.CaseNeighbours;
import dev.kefu.cases.CaseOrder;
import dev.kefu.cases.CaseOrders;
import dev.kefu.cases.CaseOwners;
import dev.kefu.cases.SeenCase;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Processes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What stands around a case and helps to understand it: the order, the customer, their other cases, who is who. */
@Component
class CaseSurroundings {

    /** Who handed over what to whom stands in the text of these, by user ids. */
    private static final Set<String> NAMING = Set.of("OWNER_CHANGED", "TASK_REASSIGNED");
    private static final Pattern IDS = Pattern.compile("[\\w@.-]*[\\w@-]");

    private final CaseAccess access;
    private final CaseOrders orders;
    private final CaseCustomers customers;
    private final CaseOwners owners;
    private final Accounts accounts;

    CaseSurroundings(CaseAccess access, CaseOrders orders, CaseCustomers customers, CaseOwners owners,
            Accounts accounts) {
        this.access = access;
        this.orders = orders;
        this.customers = customers;
        this.owners = owners;
        this.accounts = accounts;
    }

    @Nullable
    CaseOrder orderOf(SeenCase seen) {
        return orders.of(seen).orElse(null);
    }

    @Nullable
    CaseCustomer customerOf(SeenCase seen) {
        return customers.of(seen).orElse(null);
    }

    CaseNeighbours neighboursOf(SeenCase seen) {
        return access.neighboursOf(seen);
    }

    boolean mayHandOver(SeenCase seen) {
        return owners.mayHand(seen);
    }

    /** The names of those who appear in the case, by user id; who has no account any more has none. */
    Map<String, String> peopleIn(CaseFile file, List<Processes.OpenTask> tasks, Collection<Attachment> attachments) {
        return accounts.namesOf(Stream.of(Stream.of(file.owner(), file.openedBy()),
                        file.timeline().stream().map(entry -> entry.who()),
                        file.timeline().stream().filter(entry -> NAMING.contains(entry.what()) && entry.text() != null)
                                .flatMap(entry -> IDS.matcher(entry.text()).results().map(MatchResult::group)),
                        tasks.stream().map(Processes.OpenTask::assignee),
                        attachments.stream().map(Attachment::addedBy))
                .flatMap(each -> each).filter(Objects::nonNull).collect(Collectors.toSet()));
    }
}
