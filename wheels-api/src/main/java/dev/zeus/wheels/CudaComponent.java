package dev.zeus.wheels;

/** A part of CUDA, by its attribute in nixpkgs' {@code cudaPackages}. */
public enum CudaComponent {
    /** The C++ core libraries, headers only. */
    CCCL("cuda_cccl"),
    CUDART("cuda_cudart"),
    CUPTI("cuda_cupti"),
    NVCC("cuda_nvcc"),
    NVRTC("cuda_nvrtc"),
    NVTX("cuda_nvtx"),
    CUBLAS("libcublas"),
    CUDNN("cudnn"),
    CUFFT("libcufft"),
    CUFILE("libcufile"),
    CURAND("libcurand"),
    CUSOLVER("libcusolver"),
    CUSPARSE("libcusparse"),
    CUSPARSELT("libcusparse_lt"),
    NCCL("nccl"),
    NVJITLINK("libnvjitlink");

    private final String attribute;

    CudaComponent(String attribute) {
        this.attribute = attribute;
    }

    /** The attribute's name, such as {@code cuda_cudart}. */
    public String attribute() {
        return attribute;
    }
}
