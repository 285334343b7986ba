#include "shimmed.h"

#include <array>
#include <cstdio>

namespace dateline
{

namespace
{

constexpr std::array kinds{"EIO", "ENOSPC", "EDQUOT", "short"};
constexpr std::array<qint64, 2> repeats{1, 1'000'000'000};

class FailingWrites
{
public:
    explicit FailingWrites(const Task &task)
        : m_task(task)
        , m_workshop(task)
    {
    }

    Outcome run()
    {
        // Every call of every kind of work fails in every way, or every so manieth of all these.
        qint64 total = 0;
        for (int work = 0; work < workCount; ++work)
            total += m_workshop.calls(static_cast<Work>(work)) * ways;
        const qint64 count = std::min<qint64>(m_task.count, total);
        for (qint64 i = 0; i < count; ++i)
            one(spread(i, count, total));
        std::printf(
            "%lld of %lld failing calls (%lld while editing, %lld while migrating, %lld while making, each in %lld "
            "ways): %zu acknowledged edits, %zu lost, %zu refused ones that are there after closing while all "
            "writes still fail, %d runs in which nothing could be read any more while all writes failed, %d problems\n",
            static_cast<long long>(count), static_cast<long long>(total),
            static_cast<long long>(m_workshop.calls(Work::Editing)),
            static_cast<long long>(m_workshop.calls(Work::Migrating)),
            static_cast<long long>(m_workshop.calls(Work::Making)), static_cast<long long>(ways), m_acknowledged,
            m_lost, m_more, m_unreadable, m_problems);
        for (const auto &[sentence, often] : m_sentences)
            std::printf("%6d × %s\n", often, qPrintable(sentence));
        return m_problems == 0 ? Outcome::Good : Outcome::Bad;
    }

private:
    static constexpr qint64 ways = static_cast<qint64>(kinds.size() * repeats.size());

    void one(qint64 number)
    {
        Work work = Work::Editing;
        while (number >= m_workshop.calls(work) * ways) {
            number -= m_workshop.calls(work) * ways;
            work = static_cast<Work>(static_cast<int>(work) + 1);
        }
        const auto way = static_cast<std::size_t>(number % ways);
        const Fault fault{1 + number / ways, repeats.at(way / kinds.size()),
                          QString::fromLatin1(kinds.at(way % kinds.size()))};
        m_now = QStringLiteral("%1 at call %2 of work %3, %4 times")
                    .arg(fault.kind)
                    .arg(fault.at)
                    .arg(static_cast<int>(work))
                    .arg(fault.repeat);
        const Ended ended = m_workshop.run(work, fault);
        judge(ended, fault, work);
    }

    void judge(const Ended &ended, const Fault &fault, Work work)
    {
        const bool once = fault.repeat == 1;
        if (ended.killed || (ended.status != 0 && once))
            problem(QStringLiteral("ended with status %1").arg(ended.status));
        if (once && ended.errors.size() > 1)
            problem(QStringLiteral("one failure was told %1 times").arg(ended.errors.size()));
        if (fault.kind == QLatin1StringView("short") && !ended.errors.isEmpty() && once)
            problem(QStringLiteral("a write that was only short was told: ") + ended.errors.first());
        for (QString sentence : ended.errors) {
            if (!sentence.startsWith(QString::number(static_cast<int>(Error::Kind::Unwritable)) + u' ')
                || sentence.endsWith(u'.') || !sentence.contains(m_workshop.folder()))
                problem(sentence);
            ++m_sentences[sentence.replace(m_workshop.folder(), QStringLiteral("…"))];
        }
        // Where the first edit has set the file to use a log and no write succeeds ever after, SQLite cannot make the
        // log's index, without which it does not read.
        const QStringList wrong = ended.notes.filter(QStringLiteral("wrong"));
        if (!once && !wrong.isEmpty())
            ++m_unreadable;
        for (const QString &note : once ? wrong : QStringList())
            problem(note);
        m_acknowledged += ended.acknowledged.size();
        const bool made = work != Work::Making || ended.notes.contains(QStringLiteral("open"));
        if (!made && !QFile::exists(m_workshop.path()))
            return;
        std::vector<StepSeen> steps = m_workshop.stepsBefore(work);
        steps.insert(steps.end(), ended.acknowledged.begin(), ended.acknowledged.end());
        const Findings findings = examine(m_workshop.path(), steps);
        m_lost += findings.lost;
        m_more += findings.more;
        for (const QString &sentence : findings.problems)
            problem(sentence);
        // A step that was refused stays away, unless nothing at all could be written any more to keep it away.
        if (once && findings.more > 0)
            problem(QStringLiteral("%1 refused steps are there").arg(findings.more));
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
    std::map<QString, int> m_sentences;
    std::size_t m_acknowledged = 0;
    std::size_t m_lost = 0;
    std::size_t m_more = 0;
    int m_unreadable = 0;
    int m_problems = 0;
};

} // namespace

Outcome runFailingWrites(const Task &task)
{
    return FailingWrites(task).run();
}

} // namespace dateline
