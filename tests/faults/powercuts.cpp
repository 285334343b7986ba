#include "shimmed.h"

#include <QDir>

#include <array>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>

namespace dateline
{

namespace
{

constexpr std::array kinds{"cut", "torn"};

/// Which file of the shim's notes is the one at @p path.
QByteArray keyOf(const QString &path)
{
    struct statx about{};
    ::statx(AT_FDCWD, QFile::encodeName(path).constData(), 0, STATX_INO | STATX_BTIME, &about);
    return QByteArray::number(static_cast<qulonglong>(about.stx_ino)) + '-'
        + QByteArray::number(static_cast<qlonglong>(about.stx_btime.tv_sec)) + '-'
        + QByteArray::number(about.stx_btime.tv_nsec);
}

class PowerCuts
{
public:
    explicit PowerCuts(const Task &task)
        : m_task(task)
        , m_workshop(task)
    {
    }

    Outcome run()
    {
        qint64 total = 0;
        for (int work = 0; work < workCount; ++work)
            total += m_workshop.calls(static_cast<Work>(work)) * ways;
        const qint64 count = std::min<qint64>(m_task.count, total);
        for (qint64 i = 0; i < count; ++i)
            one(spread(i, count, total));
        std::printf(
            "power cut at %lld of %lld calls (before it, or after half of it), each looked at in three ways (all "
            "that was written is there; nothing that was not synced; nor names whose folder was not): %zu "
            "acknowledged edits, %zu lost, %d files do not open, %d broken chains, %d problems in all\n",
            static_cast<long long>(count), static_cast<long long>(total), m_acknowledged, m_lost, m_notOpening,
            m_brokenChains, m_problems);
        return m_problems == 0 ? Outcome::Good : Outcome::Bad;
    }

private:
    static constexpr qint64 ways = static_cast<qint64>(kinds.size());

    void one(qint64 number)
    {
        Work work = Work::Editing;
        while (number >= m_workshop.calls(work) * ways) {
            number -= m_workshop.calls(work) * ways;
            work = static_cast<Work>(static_cast<int>(work) + 1);
        }
        const Fault fault{1 + number / ways, 1, QString::fromLatin1(kinds.at(static_cast<std::size_t>(number % ways)))};
        m_now = QStringLiteral("%1 at call %2 of work %3").arg(fault.kind).arg(fault.at).arg(static_cast<int>(work));
        const Ended ended = m_workshop.run(work, fault, true);
        // Half of a call that writes nothing is no cut: then the process goes on to its end.
        if (!ended.killed && ended.status != 0)
            problem(QStringLiteral("ended with status %1").arg(ended.status));
        m_acknowledged += ended.acknowledged.size();
        m_mustBeThere = work != Work::Making || ended.notes.contains(QStringLiteral("open"));
        m_steps = m_workshop.stepsBefore(work);
        m_steps.insert(m_steps.end(), ended.acknowledged.begin(), ended.acknowledged.end());

        const QTemporaryDir unsynced;
        const QTemporaryDir unnamed;
        restore(unsynced.path(), namesNow());
        restore(unnamed.path(), namesSynced());
        look(unsynced.path(), QStringLiteral("without what was not synced"));
        look(unnamed.path(), QStringLiteral("without names that were not synced"));
        look(m_workshop.folder(), QStringLiteral("as it lies there"));
    }

    using Names = std::vector<std::pair<QString, QByteArray>>;

    [[nodiscard]] Names namesNow() const
    {
        Names names;
        const QDir folder(m_workshop.folder());
        for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden))
            names.emplace_back(name, keyOf(folder.filePath(name)));
        return names;
    }

    [[nodiscard]] Names namesSynced() const
    {
        Names names;
        QFile file(m_workshop.mirror() + QStringLiteral("/names"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the shim noted no names");
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (const qsizetype space = line.indexOf(' '); space > 0)
                names.emplace_back(QFile::decodeName(line.sliced(space + 1)), line.first(space));
        }
        return names;
    }

    void restore(const QString &folder, const Names &names) const
    {
        for (const auto &[name, key] : names) {
            const QString from = m_workshop.mirror() + QStringLiteral("/data-") + QString::fromLatin1(key);
            const QString to = folder + u'/' + name;
            QFile empty(to);
            if (!QFile::copy(from, to) && !empty.open(QIODevice::WriteOnly))
                qFatal("%s cannot be written", qPrintable(to));
        }
    }

    void look(const QString &folder, const QString &how)
    {
        const QString path = folder + QStringLiteral("/case.gpkg");
        if (!m_mustBeThere && !QFile::exists(path))
            return;
        const Findings findings = examine(path, m_steps);
        m_lost += findings.lost;
        m_notOpening += findings.opens ? 0 : 1;
        m_brokenChains += findings.chainHolds ? 0 : 1;
        for (const QString &sentence : findings.problems)
            problem(how + QStringLiteral(": ") + sentence);
    }

    void problem(const QString &sentence)
    {
        if (++m_problems > mostTold)
            return;
        std::printf("%s: %s\n", qPrintable(m_now), qPrintable(sentence));
    }

    Task m_task;
    Workshop m_workshop;
    QString m_now;
    std::vector<StepSeen> m_steps;
    bool m_mustBeThere = true;
    std::size_t m_acknowledged = 0;
    std::size_t m_lost = 0;
    int m_notOpening = 0;
    int m_brokenChains = 0;
    int m_problems = 0;
};

} // namespace

Outcome runPowerCuts(const Task &task)
{
    return PowerCuts(task).run();
}

} // namespace dateline
