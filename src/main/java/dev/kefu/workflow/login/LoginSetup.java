package dev.kefu.workflow.login;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the engine the house's way with passwords. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
class LoginSetup {

    /** Elapsed time, which nobody can move: a lock must not end because somebody moved the department's clock. */
    @Bean
    LoginThrottle loginThrottle(LoginSettings settings) {
        return new LoginThrottle(settings, System::nanoTime);
    }

    @Bean
    VerifiedCredentials verifiedCredentials(LoginSettings settings) {
        return new VerifiedCredentials(settings.remembered(), System::nanoTime);
    }

    @Bean
    ProcessEnginePlugin passwords(LoginSettings settings, LoginThrottle throttle, VerifiedCredentials verified,
            CallerAddress caller) {
        return new AbstractProcessEnginePlugin() {

            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                var bcrypt = new BcryptPasswords(settings.bcryptStrength());
                // Knows the engine's older kinds too, so that accounts from before can still log in
                var passwords = new PasswordManager(bcrypt, List.of());
                engine.setPasswordEncryptor(bcrypt);
                engine.setPasswordManager(passwords);
                engine.setIdentityService(new HouseIdentity(bcrypt, passwords, verified, throttle, caller));
            }
        };
    }
}
