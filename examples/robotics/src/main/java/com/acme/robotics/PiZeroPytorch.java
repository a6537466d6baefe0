package com.acme.robotics;

import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CustomPackage;
import dev.zeus.wheels.From;
import dev.zeus.wheels.Recipe;

/** It asks for a newer accelerate than some releases of nixpkgs have. */
@CustomPackage(
        version = "0.2.5",
        description = "Robotic foundation model with flow matching",
        license = "MIT",
        from =
                @From(
                        github = "lucidrains/pi-zero-pytorch",
                        rev = "1c13cbbcc236c3cb4fd18213c543188fdf083b33",
                        hash = "sha256-K5KXicqpshDs/SXpkjjj9NnEHcJQSdp8R+nsqwtDg/Y="),
        buildSystem = BuildSystem.HATCHLING,
        dependencies = {
            Einx.class,
            Requirements.AssocScan.class,
            Requirements.BidirectionalCrossAttention.class,
            Requirements.EmaPytorch.class,
            Requirements.EvolutionaryPolicyOptimization.class,
            Requirements.HlGaussPytorch.class,
            Requirements.HyperConnections.class,
            Requirements.RotaryEmbeddingTorch.class,
            Requirements.Torchtyping.class,
            Requirements.XMlpsPytorch.class,
            Requirements.XTransformers.class
        },
        requires = {"accelerate", "beartype", "einops", "jaxtyping", "scipy", "torch", "torchdiffeq", "tqdm"})
@Recipe(relax = "accelerate")
interface PiZeroPytorch {}
