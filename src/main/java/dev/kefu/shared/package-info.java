/** Values that every module speaks: money, numbers, the refusal of a rule. They decide nothing. */
@org.springframework.lang.NonNullApi
package dev.kefu.shared;
