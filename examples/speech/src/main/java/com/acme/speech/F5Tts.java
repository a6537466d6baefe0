package com.acme.speech;

import dev.zeus.wheels.BuildSystem;
import dev.zeus.wheels.CustomPackage;
import dev.zeus.wheels.From;
import dev.zeus.wheels.Recipe;
import dev.zeus.wheels.Substitution;

/** Its own bounds on numpy, pydantic and gradio are older than what nixpkgs has, and it wants bitsandbytes on ARM. */
@CustomPackage(
        version = "1.1.7",
        description = "Text to speech with flow matching",
        license = "MIT",
        from =
                @From(
                        github = "SWivid/F5-TTS",
                        tag = "1.1.7",
                        hash = "sha256-0qEv6f/ehf0mKJhB6ZN2n0cWxe8LYRl+YyBEyHDAqI0="),
        buildSystem = BuildSystem.SETUPTOOLS_SCM,
        dependencies = {
            Requirements.CachedPath.class,
            Requirements.EmaPytorch.class,
            Requirements.TransformersStreamGenerator.class,
            Requirements.Vocos.class
        },
        requires = {
            "accelerate",
            "bitsandbytes; platform_machine == 'x86_64' and sys_platform == 'linux'",
            "click",
            "datasets",
            "gradio",
            "hydra-core",
            "jieba",
            "librosa",
            "matplotlib",
            "numpy",
            "pydantic",
            "pydub",
            "pypinyin",
            "safetensors",
            "soundfile",
            "tomli",
            "torch",
            "torchaudio",
            "torchdiffeq",
            "tqdm",
            "transformers",
            "unidecode",
            "wandb",
            "x-transformers"
        },
        imports = "f5_tts")
@Recipe(
        relax = {"gradio", "numpy", "pydantic"},
        substitutions =
                @Substitution(
                        file = "pyproject.toml",
                        replace = "platform_machine != 'arm64' and platform_system != 'Darwin'",
                        by = "platform_machine == 'x86_64' and sys_platform == 'linux'"))
interface F5Tts {}
