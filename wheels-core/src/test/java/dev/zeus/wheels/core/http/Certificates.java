// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/** Certificates of an authority of our own, made by the keytool of the running JDK. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path store;
    private final KeyStore keys;

    private Certificates(Path store, KeyStore keys) {
        this.store = store;
        this.keys = keys;
    }

    /** An authority, and the certificates that it has signed: a name and options of keytool each. */
    public static Certificates signed(Path directory, List<List<String>> wanted) throws Exception {
        Path store = directory.resolve("keys.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        Certificates all = new Certificates(store, keys);
        all.make("authority", List.of("-ext", "bc=ca:true", "-validity", "3650", "-startdate", "-30d"));
        for (List<String> each : wanted) {
            List<String> options = new ArrayList<>(List.of("-signer", "authority"));
            options.addAll(each.subList(1, each.size()));
            all.make(each.get(0), options);
        }
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return all;
    }

    /** What a server shows that has the certificate of this name. */
    public SSLContext serving(String name) throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, PASSWORD);
        own.setKeyEntry(name, keys.getKey(name, PASSWORD), PASSWORD, keys.getCertificateChain(name));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    /** Trusts only the authority. */
    TlsSocketStrategy trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("authority", keys.getCertificate("authority"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return new DefaultClientTlsStrategy(context);
    }

    private void make(String name, List<String> options) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(
                List.of(keytool, "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-keystore"));
        command.addAll(List.of(store.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
