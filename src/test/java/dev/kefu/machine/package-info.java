/** What runs beside a test in a process of its own, as at work. */
package dev.kefu.machine;
