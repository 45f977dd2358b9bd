/**
 * Every hole of the engine that a caller can reach, written once and tried twice: on the engine as its starter leaves it,
 * where it must work, or it would prove nothing; and on Kefu, where it must not.
 */
package dev.kefu.attacks;
