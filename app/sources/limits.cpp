#include "sources/limits.h"

#include <QCoreApplication>
#include <QDir>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>

namespace dateline
{

namespace
{

/// Sockets, and starting other programs, fail from here on as if they were forbidden to the user.
void refuseNetworkAndPrograms()
{
    constexpr auto call = static_cast<std::uint32_t>(offsetof(seccomp_data, nr));
    const auto jump = [](std::uint32_t number, std::uint8_t ifSo) {
        return sock_filter{BPF_JMP | BPF_JEQ | BPF_K, ifSo, 0, number};
    };
    std::array<sock_filter, 6> program{
        sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, call},
        jump(SYS_socket, 3),
        jump(SYS_execve, 2),
        jump(SYS_execveat, 1),
        sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
        sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EACCES},
    };
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    // Where a kernel has none of this, the libraries are closed all the same.
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

} // namespace

void limitThisProcess(const ProcessLimits &limits)
{
    const auto limit = [](__rlimit_resource what, rlim_t most) {
        const rlimit both{most, most};
        ::setrlimit(what, &both);
    };
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // These map terabytes for themselves.
    limit(RLIMIT_AS, limits.memory);
#endif
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    std::signal(SIGXFSZ, SIG_IGN); // A library that would write a file is told that it cannot.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    refuseNetworkAndPrograms();
}

QString helperProgram(const QString &name)
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../libexec/dateline/") + name);
}

} // namespace dateline
