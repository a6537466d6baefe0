package dev.zeus.wheels.core.answer;

/** The set that the samples of the documentation are about. */
final class Shop {
    private Shop() {}

    static AskedLock lock() {
        return AskedLock.of("""
                *fastapi 0.121.0: starlette, pydantic, standard:uvicorn[standard]
                *pandas 2.3.3: numpy
                annotated-types 0.7.0
                anyio 4.11.0: idna, typing-extensions @cp312
                click 8.3.0
                idna 3.10
                numpy 2.3.4 @cp311
                numpy 2.4.0 @cp312
                pydantic 2.12.3: annotated-types, typing-extensions
                starlette 0.48.0: anyio, typing-extensions
                typing-extensions 4.15.0
                uvicorn 0.38.0: click, standard:uvloop @linux
                uvloop 0.22.1 @linux
                """);
    }
}
