package dev.kefu.parcels.domain;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(ParcelSettings.class)
class ParcelSetup {
}
