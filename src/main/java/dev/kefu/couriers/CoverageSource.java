package dev.kefu.couriers;

/** Who said whether a courier goes somewhere. */
public enum CoverageSource {
    /** The courier's table. */
    TABLE,
    /** The courier, on the telephone. */
    TELEPHONE,
    /** The courier's web site. */
    WEB_SITE
}
