package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;

/**
 * A message that still means something once the case which it is about has ended: it opens another case of the same kind,
 * which the house starts itself with {@link CaseProcess#EARLIER_CASE}. Its first step opens the case, or refuses what somebody
 * else told a moment earlier. Without one, nobody tells an ended case anything.
 */
public interface FollowUp {

    /** The id of the process in the model, which is the kind of both cases. */
    String process();

    /** The message's name in the model; its declaration says who may send it. */
    String message();

    /**
     * Whether the ended case takes it now. Asked of cases of this kind only, also of ones that have not ended: the answer is
     * no for them. Something may still run beside a case that has, such as a claim against a courier.
     */
    boolean isAwaited(CaseNumber ended);
}
