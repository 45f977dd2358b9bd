package dev.kefu.notices;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Language;
import dev.kefu.shared.Text;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a mail about news says: which task, case and order, and until when. Nothing about a customer: mails are read on
 * telephones, and lie in mailboxes that nobody erases.
 */
@Component
class Digest {

    /** The others are counted. */
    static final int MOST_NAMED = 20;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Notices notices;
    private final PublicUrl house;

    Digest(Notices notices, PublicUrl house) {
        this.notices = notices;
        this.house = house;
    }

    /** A mail's words. */
    record Words(String subject, String body) {
    }

    /** @param news newest first, at least one */
    Words of(List<Notice> news, Language language) {
        var isChinese = language == Language.ZH;
        var number = news.size() >= NoticeRows.NEWEST ? NoticeRows.NEWEST + "+" : String.valueOf(news.size());
        var body = new StringBuilder(isChinese ? "您有新的待办提醒：\n" : "This is new for you:\n");
        news.stream().limit(MOST_NAMED).forEach(notice -> body.append('\n').append(entry(notice, language)));
        if (news.size() > MOST_NAMED) {
            var rest = news.size() >= NoticeRows.NEWEST ? (NoticeRows.NEWEST - MOST_NAMED) + "+"
                    : String.valueOf(news.size() - MOST_NAMED);
            body.append('\n').append(isChinese ? "另有 " + rest + " 条，请到任务列表查看：" : "And " + rest + " more in the task list: ")
                    .append('\n').append(house.ofTasklist()).append('\n');
        }
        body.append('\n').append(isChinese ? "您在 Kefu 中开启了邮件提醒，可在此更改：\n"
                : "You get this because you switched mails on in Kefu. You can change it here:\n").append(house.ofSettings())
                .append('\n');
        return new Words(subject(news, number, language), body.toString());
    }

    private String subject(List<Notice> news, String number, Language language) {
        if (news.size() == 1) {
            var only = news.get(0);
            return oneLine("Kefu: " + kind(only.kind(), language) + (language == Language.ZH ? "：" : ": ")
                    + notices.name(only, language) + (only.caseNumber() == null ? "" : ", " + only.caseNumber()));
        }
        return language == Language.ZH ? "Kefu：" + number + " 条新提醒" : "Kefu: " + number + " new notices";
    }

    private String entry(Notice notice, Language language) {
        var isChinese = language == Language.ZH;
        var entry = new StringBuilder("- ").append(kind(notice.kind(), language)).append(isChinese ? "：" : ": ")
                .append(oneLine(notices.name(notice, language)));
        if (notice.caseNumber() != null) {
            entry.append(isChinese ? "，工单 " : ", case ").append(notice.caseNumber());
        }
        if (notice.orderNumber() != null) {
            entry.append(isChinese ? "，订单 " : ", order ").append(notice.orderNumber());
        }
        if (notice.dueAt() != null) {
            entry.append(isChinese ? "，截止 " : ", due ").append(TIME.format(notices.local(notice.dueAt())));
        }
        return entry.append("\n  ").append(link(notice)).append('\n').toString();
    }

    private String link(Notice notice) {
        return notice.caseNumber() != null && CaseNumber.isValid(notice.caseNumber()) ? house.ofCase(notice.caseNumber())
                : house.ofTask(notice.taskId());
    }

    private static String kind(NoticeKind kind, Language language) {
        var isChinese = language == Language.ZH;
        return switch (kind) {
            case TASK_FOR_ME -> isChinese ? "分配给您的任务" : "A task for you";
            case TASK_FOR_GROUP -> isChinese ? "您所在小组的新任务" : "A new task for your group";
            case TASK_OVERDUE -> isChinese ? "任务已逾期" : "A task is overdue";
        };
    }

    private static String oneLine(String text) {
        return Text.shortened(Text.visiblePart(text), 200);
    }
}
