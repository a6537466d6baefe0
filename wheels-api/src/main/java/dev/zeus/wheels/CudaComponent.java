// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels;

/** A part of CUDA, by its attribute in nixpkgs' {@code cudaPackages}. */
public enum CudaComponent {
    /** The C++ core libraries, headers only. */
    CCCL("cuda_cccl"),
    /** The CUDA runtime. */
    CUDART("cuda_cudart"),
    /** The interface of profilers and tracers. */
    CUPTI("cuda_cupti"),
    /** The compiler. */
    NVCC("cuda_nvcc"),
    /** The compiler that programs call while they run. */
    NVRTC("cuda_nvrtc"),
    /** Marks for profilers. */
    NVTX("cuda_nvtx"),
    /** Linear algebra (BLAS). */
    CUBLAS("libcublas"),
    /** Deep neural networks. */
    CUDNN("cudnn"),
    /** Fourier transforms. */
    CUFFT("libcufft"),
    /** Direct reads and writes between storage and graphics memory. */
    CUFILE("libcufile"),
    /** Random numbers. */
    CURAND("libcurand"),
    /** Solvers for dense and sparse linear systems. */
    CUSOLVER("libcusolver"),
    /** Linear algebra with sparse matrices. */
    CUSPARSE("libcusparse"),
    /** Matrix products with structured sparsity. */
    CUSPARSELT("libcusparse_lt"),
    /** Communication between several graphics cards. */
    NCCL("nccl"),
    /** The linker that programs call while they run. */
    NVJITLINK("libnvjitlink");

    private final String attribute;

    CudaComponent(String attribute) {
        this.attribute = attribute;
    }

    /** {@return the attribute's name, such as {@code cuda_cudart}} */
    public String attribute() {
        return attribute;
    }
}
