#include "blocks.h"
#include "someincidents.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

/// What @p program prints; empty, and the test fails, if it does not end well.
QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return process.readAllStandardOutput();
    qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return {};
}

} // namespace

/// What other programs make of our files.
class TestRenderers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<std::shared_ptr<const BaseMap>> baseMap = BaseMap::open(QStringLiteral(SHARE_DIR "/base.gpkg"));
        QVERIFY(baseMap);
        m_map = *baseMap;
        FigureSpec spec;
        spec.dpi = 96;
        spec.title = u"Shelling along the border"_s;
        spec.graticule = true;
        const FigureContent content = someContent(6, 2, false, *baseMap);
        for (const QString &ending : {u"png"_s, u"svg"_s, u"pdf"_s})
            QVERIFY(writeFigure(path(ending), spec, content));
        m_ours = QImage(path(u"png"_s)).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(m_ours.size(), QSize(1600, 1000));
    }

    void librsvgDrawsTheSame()
    {
        QImage theirs =
            QImage::fromData(output(u"rsvg-convert"_s, {path(u"svg"_s)})).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(theirs.size(), m_ours.size());
        const auto [off, where] = furthest(blocksOf(theirs), blocksOf(m_ours));
        qInfo("librsvg: %d of 255 apart at (%d, %d)", off, where.x(), where.y());
        QVERIFY(off <= 24);
    }

    void popplerDrawsTheSame()
    {
        const QString page = m_folder.filePath(u"page"_s);
        output(u"pdftoppm"_s, {u"-png"_s, u"-singlefile"_s, u"-r"_s, u"96"_s, path(u"pdf"_s), page});
        const QImage theirs = QImage(page + u".png"_s).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(theirs.size(), m_ours.size());
        const auto [off, where] = furthest(blocksOf(theirs), blocksOf(m_ours));
        qInfo("Poppler: %d of 255 apart at (%d, %d)", off, where.x(), where.y());
        QVERIFY(off <= 24);
    }

    void embedsEveryFont()
    {
        const QList<QByteArray> lines = output(u"pdffonts"_s, {path(u"pdf"_s)}).trimmed().split('\n');
        QVERIFY(lines.size() > 3); // Two lines of heading, and at least our two families.
        for (const QByteArray &line : lines.sliced(2))
            QVERIFY2(line.simplified().split(' ').contains("yes"), line.constData());
    }

    void keepsWordsAsText()
    {
        const QString text = QString::fromUtf8(output(u"pdftotext"_s, {path(u"pdf"_s), u"-"_s}));
        QVERIFY(text.contains(u"Shelling along the border"_s));
        QVERIFY(text.simplified().contains(u"Report 1: The army launched"_s));
        QFile svg(path(u"svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("<text"));
    }

    void readsNamesOnACurveInTheirOrder()
    {
        FigureSpec spec;
        spec.dpi = 96;
        spec.box = LonLatBox{-95, -58, -40, 0};
        const FigureContent content = someContent(0, 1, false, m_map);
        for (const QString &ending : {u"png"_s, u"svg"_s, u"pdf"_s})
            QVERIFY(writeFigure(m_folder.filePath(u"long."_s + ending), spec, content));
        const QString page = m_folder.filePath(u"long."_s);
        const QString text = QString::fromUtf8(output(u"pdftotext"_s, {u"-raw"_s, page + u"pdf"_s, u"-"_s}));
        // A level name is a word. The letters of one on a curve are turned each its own way, which makes them words of
        // their own, but they follow each other.
        QVERIFY2(text.contains(u"ARGENTINA"_s), qPrintable(text));
        QVERIFY2(text.contains(u"C\nH\nI\nL\nE"_s), qPrintable(text));
        QFile svg(page + u"svg"_s);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QString drawn = QString::fromUtf8(svg.readAll());
        qsizetype at = 0;
        for (const QChar letter : u"CHILE"_s) {
            at = drawn.indexOf(u'>' + QString(letter) + u"</text>"_s, at + 1);
            QVERIFY2(at > 0, qPrintable(QString(letter)));
        }
        const QImage ours = QImage(page + u"png"_s).convertToFormat(QImage::Format_RGB32);
        const QImage theirs =
            QImage::fromData(output(u"rsvg-convert"_s, {page + u"svg"_s})).convertToFormat(QImage::Format_RGB32);
        QVERIFY(furthest(blocksOf(theirs), blocksOf(ours)).first <= 24);
    }

private:
    [[nodiscard]] QString path(const QString &ending) const { return m_folder.filePath(u"figure."_s + ending); }

    QTemporaryDir m_folder;
    std::shared_ptr<const BaseMap> m_map;
    QImage m_ours;
};

QTEST_MAIN(TestRenderers)
#include "tst_renderers.moc"
