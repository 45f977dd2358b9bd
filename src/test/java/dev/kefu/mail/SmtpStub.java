package dev.kefu.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A mail server that answers as a test wants it. */
public final class SmtpStub implements AutoCloseable {

    /** Stands for a server that says nothing. */
    public static final String SILENCE = "";
    /** Stands for a connection that breaks. */
    public static final String BREAK = "break";

    private final ServerSocket socket;
    private final Function<String, String> answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    /** @param answers what to answer to a command, null for what any server would */
    public SmtpStub(Function<String, String> answers) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var listener = new Thread(this::listen, "smtp-stub");
        listener.setDaemon(true);
        listener.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** All commands so far. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    private void listen() {
        try {
            while (true) {
                var caller = socket.accept();
                callers.add(caller);
                var talk = new Thread(() -> talk(caller), "smtp-stub-talk");
                talk.setDaemon(true);
                talk.start();
            }
        } catch (IOException closed) {
            // The test is over
        }
    }

    private void talk(Socket caller) {
        try (caller; var commands = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            say(caller, "220 stub");
            var isText = false;
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                if (isText && !line.equals(".")) {
                    continue;
                }
                heard.add(line);
                var answer = answers.apply(line);
                if (BREAK.equals(answer)) {
                    return;
                }
                isText = line.equals("DATA") && answer == null;
                if (!SILENCE.equals(answer)) {
                    say(caller, answer != null ? answer : isText ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException gone) {
            // The caller is gone
        }
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var caller : callers) {
            caller.close();
        }
    }
}
