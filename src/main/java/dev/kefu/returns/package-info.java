/**
 * Goods that customers send back, for their money, other goods or a repair (RET). The model is
 * {@code processes/returns/product-return.bpmn}, the policy {@code return-policy.dmn} beside it.
 */
@ApplicationModule(allowedDependencies = {"shared", "language", "workflow", "cases", "people", "orders", "stock", "correspondence",
        "refunds", "couriers", "shipping", "stockouts", "customers"})
package dev.kefu.returns;

import org.springframework.modulith.ApplicationModule;
