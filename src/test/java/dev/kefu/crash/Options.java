package dev.kefu.crash;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is run.
 *
 * @param returns     how many cases are opened
 * @param clients     how many people work at once
 * @param kills       how often a node is killed
 * @param nodes       how many nodes of Kefu share the database
 * @param seed        everything that happens by chance comes from it
 * @param forgetsKeys the payment service pays again for a key that it knows: the run has to fail then
 * @param byHand      no payment service is configured; finance pays
 * @param jar         Kefu, as it is delivered
 */
record Options(int returns, int clients, int kills, int nodes, long seed, boolean forgetsKeys, boolean byHand, Path jar) {

    private static final String USAGE = """
            usage: crash-test/run [--returns 200] [--clients 8] [--kills 10] [--nodes 1] [--seed <number>]
                                  [--forget-keys] [--by-hand]""";

    /** @throws IllegalArgumentException with the words for whoever typed them */
    static Options of(String... arguments) {
        var options = new Options(200, 8, 10, 1, ThreadLocalRandom.current().nextInt(1, 1_000_000), false, false, null);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < arguments.length; i++) {
            var name = arguments[i];
            if (!seen.add(name)) {
                throw new IllegalArgumentException(name + " stands there twice.\n" + USAGE);
            }
            options = switch (name) {
                case "--forget-keys" -> options.forgettingKeys();
                case "--by-hand" -> options.paidByHand();
                default -> {
                    if (i + 1 == arguments.length) {
                        throw new IllegalArgumentException(name + " is unknown or lacks its value.\n" + USAGE);
                    }
                    yield options.with(name, arguments[++i]);
                }
            };
        }
        if (options.returns < 1 || options.clients < 1 || options.kills < 0 || options.nodes < 1 || options.jar == null) {
            throw new IllegalArgumentException("At least one return, one client, one node and a jar are needed.\n" + USAGE);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--returns" -> new Options(number(value), clients, kills, nodes, seed, forgetsKeys, byHand, jar);
            case "--clients" -> new Options(returns, number(value), kills, nodes, seed, forgetsKeys, byHand, jar);
            case "--kills" -> new Options(returns, clients, number(value), nodes, seed, forgetsKeys, byHand, jar);
            case "--nodes" -> new Options(returns, clients, kills, number(value), seed, forgetsKeys, byHand, jar);
            case "--seed" -> new Options(returns, clients, kills, nodes, number(value), forgetsKeys, byHand, jar);
            case "--jar" -> new Options(returns, clients, kills, nodes, seed, forgetsKeys, byHand, Path.of(value));
            default -> throw new IllegalArgumentException(name + " is unknown.\n" + USAGE);
        };
    }

    private Options forgettingKeys() {
        return new Options(returns, clients, kills, nodes, seed, true, byHand, jar);
    }

    private Options paidByHand() {
        return new Options(returns, clients, kills, nodes, seed, forgetsKeys, true, jar);
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException unfit) {
            throw new IllegalArgumentException(value + " is no number.\n" + USAGE);
        }
    }

    @Override
    public String toString() {
        return "%d returns, %d clients, %d kills, %d node%s, seed %d%s%s".formatted(returns, clients, kills, nodes,
                nodes == 1 ? "" : "s", seed, byHand ? ", paid by hand" : "", forgetsKeys ? ", forgetting keys" : "");
    }
}
