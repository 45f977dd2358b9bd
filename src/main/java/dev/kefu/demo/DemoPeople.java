package dev.kefu.demo;

import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.StartUpStep;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One person for each of the main groups; the password is the name. */
@Component
@Profile("demo")
@Order(200)
class DemoPeople implements StartUpStep {

    private static final List<Person> PEOPLE = List.of(
            new Person("junior", "小雨", "林", Groups.JUNIOR_AGENTS),
            new Person("agent", "娜", "李", Groups.AGENTS),
            new Person("manager", "伟", "王", Groups.MANAGERS),
            new Person("supervisor", "敏", "张", Groups.SUPERVISORS),
            new Person("teamlead", "强", "刘", Groups.TEAM_LEADERS),
            new Person("consultant", "静", "陈", Groups.CONSULTANTS),
            new Person("returns", "磊", "杨", Groups.RETURNS_SPECIALISTS),
            new Person("technician", "勇", "赵", Groups.TECHNICIANS),
            new Person("relations", "艳", "黄", Groups.CUSTOMER_RELATIONS),
            new Person("analyst", "洁", "周", Groups.ANALYSTS),
            new Person("orderclerk", "杰", "吴", Groups.ORDER_CLERKS),
            new Person("warehouse", "涛", "徐", Groups.WAREHOUSE),
            new Person("finance", "丽", "孙", Groups.FINANCE),
            new Person("hr", "芳", "马", Groups.HR),
            new Person("administration", "霞", "朱", Groups.ADMINISTRATION),
            new Person("vp", "建国", "胡", Groups.MARKETING_VP),
            new Person("office", "志强", "郭", Groups.GENERAL_OFFICE),
            new Person("auditor", "文", "何", Groups.AUDITORS),
            new Person("integration", "系统", "接口", Groups.INTEGRATIONS),
            new Person("admin", "平", "高", Groups.ADMINISTRATORS));

    private final Accounts accounts;

    DemoPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    private record Person(String id, String firstName, String lastName, String group) {
    }

    @Override
    public void run() {
        PEOPLE.forEach(person -> accounts.ensureUser(person.id(), person.firstName(), person.lastName(), person.id(),
                List.of(person.group())));
    }
}
