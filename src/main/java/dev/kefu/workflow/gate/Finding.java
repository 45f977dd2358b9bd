package dev.kefu.workflow.gate;

/**
 * One thing in a deployment that the house refuses.
 *
 * @param file    the resource's name
 * @param element the id of the element or field at fault, or of the nearest one around it; empty if it is the file
 * @param place   how a person finds it: kind, name and line; empty if it is the file
 * @param problem what is wrong, and what to do instead
 */
public record Finding(String file, String element, String place, String problem) {

    /** A line of the list that the deployer reads. */
    @Override
    public String toString() {
        return place.isEmpty() ? "* File " + file + ": " + problem + "." : "* File " + file + ", " + place + ": " + problem + ".";
    }
}
