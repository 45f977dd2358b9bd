package dev.kefu.stockouts.domain;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(StockOutSettings.class)
class StockOutSetup {
}
