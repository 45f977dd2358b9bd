/**
 * Whatever the house sends by mail: the one mail server, and how something is brought to it so that nothing is lost and
 * nothing goes twice as far as that can be. What is written to whom is the business of those who keep a {@link MailBook}.
 */
@ApplicationModule(allowedDependencies = {"shared", "workflow"})
@NonNullApi
package dev.kefu.mail;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
