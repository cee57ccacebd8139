#pragma once

#include <cstdint>

/// Version of the SDK that a plugin is compiled against. The host loads plugins of its own version only, since the
/// value types cross the boundary by layout.
#define RELIS_SDK_VERSION 5

#define RELIS_STRING_(x) #x
#define RELIS_STRING(x) RELIS_STRING_(x)
#if defined(__clang__)
#define RELIS_COMPILER_ "clang" RELIS_STRING(__clang_major__)
#elif defined(__GNUC__)
#define RELIS_COMPILER_ "gcc" RELIS_STRING(__GNUC__)
#else
#error "Relis plugins are built with GCC or Clang"
#endif
#if defined(_LIBCPP_VERSION)
#define RELIS_LIBRARY_ "libc++"
#else
#define RELIS_LIBRARY_ "libstdc++"
#endif

/// Compiler, standard library and SDK in one text; host and plugin must agree on every letter.
#define RELIS_ABI_TAG RELIS_COMPILER_ "-" RELIS_LIBRARY_ "-sdk" RELIS_STRING(RELIS_SDK_VERSION)
