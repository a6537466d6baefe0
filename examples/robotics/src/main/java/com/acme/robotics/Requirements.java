package com.acme.robotics;

import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CustomPackage;
import dev.zeus.wheels.From;

/** What the robotics package requires and nixpkgs lacks. */
final class Requirements {
    private Requirements() {}

    @CustomPackage(
            version = "0.3.1",
            description = "Fast associative scans",
            license = "MIT",
            from = @From(index = "accelerated_scan", hash = "sha256-yx84mT5cgfUuzD7UuAYKuO5ykr6syBjxc7IjQTMcnJ4="),
            buildSystem = BuildSystem.HATCHLING,
            requires = {"torch", "triton-bin; platform_machine == 'x86_64' and sys_platform == 'linux'"})
    interface AcceleratedScan {}

    @CustomPackage(
            version = "0.0.6",
            description = "Associative scan",
            license = "MIT",
            from = @From(index = "assoc_scan", hash = "sha256-apQx213PMp8qrMCf+CgJrUQJRzodl9lQbmDSgk+eG/k="),
            buildSystem = BuildSystem.HATCHLING,
            dependencies = AcceleratedScan.class,
            requires = {"einops", "torch"})
    interface AssocScan {}

    @CustomPackage(
            version = "0.1.0",
            description = "Cross attention in both directions",
            license = "MIT",
            from =
                    @From(
                            index = "bidirectional_cross_attention",
                            hash = "sha256-oVWdZaZUAB7gqGT2Q2iKH4RXxLFhUMV4aW5e2wZxWd8="),
            requires = {"einops", "torch"})
    interface BidirectionalCrossAttention {}

    @CustomPackage(
            version = "0.8.3",
            description = "Exponential moving average of a model",
            license = "MIT",
            from = @From(index = "ema_pytorch", hash = "sha256-gmAN1dqGr/OsL/ZBud8ga8cn2mRoyykBv9q2r9Nr77g="),
            buildSystem = BuildSystem.HATCHLING,
            requires = "torch")
    interface EmaPytorch {}

    @CustomPackage(
            version = "0.4.1",
            description = "Policies by evolution",
            license = "MIT",
            from =
                    @From(
                            index = "evolutionary_policy_optimization",
                            hash = "sha256-oveYuV80FhPJT/b/09remduseiEhCkuYiqTnDvWwNKo="),
            buildSystem = BuildSystem.HATCHLING,
            dependencies = {
                AssocScan.class,
                Einx.class,
                EmaPytorch.class,
                HlGaussPytorch.class,
                MeanConcBeta.class,
                XMlpsPytorch.class
            },
            requires = {"accelerate", "einops", "torch", "tqdm"})
    interface EvolutionaryPolicyOptimization {}

    @CustomPackage(
            version = "0.3.0",
            description = "Regression as classification",
            license = "MIT",
            from = @From(index = "hl_gauss_pytorch", hash = "sha256-t1ByT3LNmTI0D/DrKj32NMQV7WiLmXGHJdrrR4QVEXU="),
            buildSystem = BuildSystem.HATCHLING,
            dependencies = {Einx.class, TorchEinopsUtils.class},
            requires = {"einops", "loguru", "torch"})
    interface HlGaussPytorch {}

    @CustomPackage(
            version = "0.4.11",
            description = "Hyper-connections between layers",
            license = "MIT",
            from = @From(index = "hyper_connections", hash = "sha256-1PhSczz4WVsrFegVl+wM6TGQfyhKgSJywD7eoKTvEuM="),
            buildSystem = BuildSystem.HATCHLING,
            dependencies = TorchEinopsUtils.class,
            requires = {"einops", "torch"})
    interface HyperConnections {}

    @CustomPackage(
            version = "0.2.9",
            description = "Beta distribution by mean and concentration",
            license = "MIT",
            from = @From(index = "mean_conc_beta", hash = "sha256-l/Xw33g0w6pJwdBvuEeJp7cu8WkA3S8dqEU8+O75qXw="),
            buildSystem = BuildSystem.HATCHLING,
            requires = {"numpy", "torch"})
    interface MeanConcBeta {}

    @CustomPackage(
            version = "0.9.1",
            description = "Rotary embeddings",
            license = "MIT",
            from =
                    @From(
                            index = "rotary_embedding_torch",
                            hash = "sha256-9Dw5zZwKqhfUfodtuJpVKiA92K8155gPSEq3rX6ov2k="),
            buildSystem = BuildSystem.HATCHLING,
            requires = {"einops", "torch"})
    interface RotaryEmbeddingTorch {}

    @CustomPackage(
            version = "0.2.0",
            description = "Operations on tensors with names",
            license = "MIT",
            from = @From(index = "torch_einops_utils", hash = "sha256-jhFdhYETSvoMBBmltVQuioR3IVycZJ8fMxtCaHY2aCk="),
            buildSystem = BuildSystem.HATCHLING,
            requires = {"einops", "torch"})
    interface TorchEinopsUtils {}

    @CustomPackage(
            version = "0.1.5",
            description = "Types of tensors",
            license = "Apache-2.0",
            from = @From(index = "torchtyping", hash = "sha256-+1HheSU2Ij4kl7HhBu0MvmgfcyQERZnLcY0Dvj8rOFE="),
            requires = {"torch", "typeguard"})
    interface Torchtyping {}

    @CustomPackage(
            version = "0.6.0",
            description = "A collection of feed-forward networks",
            license = "MIT",
            from = @From(index = "x_mlps_pytorch", hash = "sha256-F0q2T0HgcH+UaFJEhk+4UjXt+jX4cw43iMeHejrM2Wc="),
            buildSystem = BuildSystem.HATCHLING,
            requires = {"einops", "torch"})
    interface XMlpsPytorch {}

    @CustomPackage(
            version = "2.31.10",
            description = "A transformer with experimental features",
            license = "MIT",
            from = @From(index = "x_transformers", hash = "sha256-F/LFDMsOK5P4OoTBN0/3FY7ThSMQkQ1v7SbJJXdq5AM="),
            buildSystem = BuildSystem.HATCHLING,
            dependencies = {Einx.class, TorchEinopsUtils.class},
            requires = {"einops", "loguru", "packaging", "torch"})
    interface XTransformers {}
}
