package com.acme.speech;

import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CustomPackage;
import dev.zeus.wheels.From;
import dev.zeus.wheels.Recipe;

/** What the speech package requires and nixpkgs lacks. */
final class Requirements {
    private Requirements() {}

    @CustomPackage(
            version = "1.8.10",
            description = "Access to local and remote files by one interface",
            license = "Apache-2.0",
            from = @From(index = "cached_path", hash = "sha256-zoDbQ54lYZgAMw3L8fBRbA7nCie9Zf/KM6rJ9VpW7xw="),
            requires = {"boto3", "filelock", "google-cloud-storage", "huggingface-hub", "packaging", "requests", "rich"
            })
    @Recipe(relax = "rich")
    interface CachedPath {}

    @CustomPackage(
            version = "0.8.3",
            description = "Exponential moving average of a model",
            license = "MIT",
            from = @From(index = "ema_pytorch", hash = "sha256-gmAN1dqGr/OsL/ZBud8ga8cn2mRoyykBv9q2r9Nr77g="),
            buildSystem = BuildSystem.HATCHLING,
            requires = "torch")
    interface EmaPytorch {}

    @CustomPackage(
            version = "0.0.5",
            description = "Text generation as a stream",
            license = "MIT",
            from =
                    @From(
                            index = "transformers-stream-generator",
                            hash = "sha256-Jx3qzgq/nA+Ds220csi6Yf3HsE0b+J2EVkSsrCeV7Vc="),
            requires = "transformers")
    interface TransformersStreamGenerator {}

    @CustomPackage(
            version = "0.1.0",
            description = "Neural vocoder in the Fourier domain",
            license = "MIT",
            from =
                    @From(
                            github = "gemelo-ai/vocos",
                            tag = "v0.1.0",
                            hash = "sha256-K1ontwueJm42j8m8lkn+Xto031dZ3D9mG6FeVyJeHDo="),
            requires = {"einops", "encodec", "huggingface-hub", "numpy", "pyyaml", "scipy", "torch", "torchaudio"})
    @Recipe(relax = "encodec")
    interface Vocos {}
}
