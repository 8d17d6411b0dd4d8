package org.creditrepair.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the platforms of the sandbox and the server know of each other, made anew at every start;
 * and how the platforms check who is calling, as real ones do, by their own reading of the rules.
 */
@Component
@Profile("demo")
class SandboxSecrets {

    static final String CLIENT = "credit-repair";
    static final String TOKEN_SECRET = "SANDBOX_TOKEN_SECRET";
    static final String HMAC_KEY = "SANDBOX_HMAC_KEY";
    static final String SM2_KEY = "SANDBOX_SM2_KEY";

    private final Provider provider = new BouncyCastleProvider();
    private final KeyPair pair;
    private final Map<String, String> secrets;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    SandboxSecrets() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC", provider);
        keys.initialize(new ECGenParameterSpec("sm2p256v1"), new SecureRandom());
        pair = keys.generateKeyPair();
        secrets =
                Map.of(
                        TOKEN_SECRET,
                        UUID.randomUUID().toString(),
                        HMAC_KEY,
                        UUID.randomUUID().toString(),
                        SM2_KEY,
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    }

    @Nullable String of(String variable) {
        return secrets.get(variable);
    }

    /** A token for a client that signs in by HTTP Basic; null if it is not known. */
    @Nullable String token(String authorization) {
        String known =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (CLIENT + ":" + secrets.get(TOKEN_SECRET))
                                                .getBytes(StandardCharsets.UTF_8));
        if (!known.equals(authorization)) {
            return null;
        }
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        return token;
    }

    /** Whether a platform knows who calls. */
    boolean knows(String platform, Call call) {
        try {
            return switch (platform) {
                case "creditchina" ->
                        call.authorization() != null
                                && call.authorization().startsWith("Bearer ")
                                && tokens.contains(call.authorization().substring(7));
                case "gsxt" -> call.signature() != null && hmac(call);
                case "credit-platform" -> call.signature() != null && sm2(call);
                default -> true;
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** What a request shows of its sender. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Call(
            String method,
            String target,
            String authorization,
            String time,
            String nonce,
            String signature,
            byte[] body) {

        private byte[] signed(MessageDigest digest) {
            return String.join(
                            "\n",
                            method,
                            target,
                            time,
                            nonce,
                            HexFormat.of().formatHex(digest.digest(body)))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private boolean hmac(Call call) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(
                        Objects.requireNonNull(secrets.get(HMAC_KEY))
                                .getBytes(StandardCharsets.UTF_8),
                        "HmacSHA256"));
        return MessageDigest.isEqual(
                mac.doFinal(call.signed(MessageDigest.getInstance("SHA-256"))),
                Base64.getDecoder().decode(call.signature()));
    }

    private boolean sm2(Call call) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SM3withSM2", provider);
        signature.initVerify(pair.getPublic());
        signature.update(call.signed(MessageDigest.getInstance("SM3", provider)));
        return signature.verify(Base64.getDecoder().decode(call.signature()));
    }
}
