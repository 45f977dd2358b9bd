package dev.kefu.orders.web;

import dev.kefu.cases.CaseAccess;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.orders.StoreResult;
import dev.kefu.orders.csv.ImportReport;
import dev.kefu.orders.csv.OrderImport;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP: the shop tells them, one by one or as a file; the department's staff reads them. */
@RestController
@Tag(name = "Orders", description = "What the shop sold, one by one or many at once")
@RequestMapping("/api/orders")
class OrderController {

    private static final String[] WRITERS = {Groups.INTEGRATIONS, Groups.ORDER_CLERKS};

    private final Orders orders;
    private final OrderImport orderImport;
    private final CaseAccess access;
    private final Actors actors;
    private final Clock clock;

    OrderController(Orders orders, OrderImport orderImport, CaseAccess access, Actors actors, Clock clock) {
        this.orders = orders;
        this.orderImport = orderImport;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
    }

    @PutMapping("/{orderNumber}")
    ResponseEntity<OrderAnswer> put(@PathVariable String orderNumber, @RequestBody OrderBody body) {
        actors.requireAnyOf(WRITERS);
        var draft = body.draft(orderNumber);
        var status = orders.store(draft) == StoreResult.CREATED ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(answer(orderNumber));
    }

    @GetMapping("/{orderNumber}")
    OrderAnswer get(@PathVariable String orderNumber) {
        access.requireStaff();
        return answer(orderNumber);
    }

    @PostMapping(path = "/import", consumes = "text/csv")
    ImportReport importOrders(@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, InputStream csv)
            throws IOException {
        actors.requireAnyOf(WRITERS);
        if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw new RuleViolation("file", "input", "The file is read as UTF-8, not as %s.".formatted(type.getCharset()));
        }
        return orderImport.run(csv);
    }

    private OrderAnswer answer(String orderNumber) {
        OrderView order = orders.find(orderNumber)
                .orElseThrow(() -> new NotFound("There is no order " + orderNumber + "."));
        // Those who tell orders know them; everybody else needs cases about them for it (CUS-4)
        var who = actors.isIn(WRITERS) || access.knowsCustomers() ? order.consignee() : order.consignee().masked();
        return OrderAnswer.of(order, who, access.ofOrder(order.orderNumber()), clock.getZone());
    }
}
