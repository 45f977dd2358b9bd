/**
 * In which language each person reads, and how what the house, its models and its forms say in English is said in Chinese.
 * The English sentence is the key: nothing that is stored changes with who reads it.
 */
@ApplicationModule(allowedDependencies = "shared")
@NonNullApi
package dev.kefu.language;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
