#include "figure/content.h"
#include "figure/formats.h"

#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOtherImages_data();
    void writesOtherImages();
    void refusesMorePixelsThanAFormatHolds();

private:
    QTemporaryDir m_folder;
};

namespace
{

FigureContent content()
{
    std::vector<IncidentEvidence> rows;
    for (int i = 1; i <= 3; ++i) {
        IncidentEvidence row;
        row.incident.id = IncidentId{i};
        row.incident.title = u"Shelling %1"_s.arg(i);
        row.incident.where =
            Where{u"Place %1"_s.arg(i), {}, {}, pointGeometry({45.0 + i, 39.5}), LocationPrecision::Near, 5000, {}};
        rows.push_back(std::move(row));
    }
    return figureContent(rows, {}, nullptr);
}

} // namespace

void TestFormats::writesOtherImages_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<bool>("tells");
    QTest::newRow("jpg") << u"jpg"_s << QByteArray("jpeg") << true;
    QTest::newRow("jpeg") << u"JPEG"_s << QByteArray("jpeg") << true;
    QTest::newRow("webp") << u"webp"_s << QByteArray("webp") << false;
}

void TestFormats::writesOtherImages()
{
    QFETCH(const QString, ending);
    QFETCH(const QByteArray, format);
    QFETCH(const bool, tells);
    FigureSpec spec = FigureSpec{.widthPx = 800, .heightPx = 500};
    spec.dpi = 192;
    const QString path = m_folder.filePath(u"other."_s + ending);
    const Result<FigureReport> report = writeFigure(path, spec, content());
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QVERIFY(QFile::exists(path + u".json"_s));
    QImageReader reader(path);
    QCOMPARE(reader.format(), format);
    const QImage image = reader.read();
    QCOMPARE(image.size(), QSize(1600, 1000));
    if (tells) {
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 192);
        QCOMPARE(image.text(u"Description"_s), report->alternativeText);
    }
    // The same picture as the PNG, but for what JPEG loses.
    const QString png = m_folder.filePath(u"other.png"_s);
    QVERIFY(writeFigure(png, spec, content()));
    const QImage exact = QImage(png).convertToFormat(QImage::Format_RGB32);
    const QImage other = image.convertToFormat(QImage::Format_RGB32);
    qint64 difference = 0;
    for (int y = 0; y < exact.height(); ++y) {
        for (int x = 0; x < exact.width(); ++x)
            difference += std::abs(qGray(exact.pixel(x, y)) - qGray(other.pixel(x, y)));
    }
    const double mean = static_cast<double>(difference) / (1600 * 1000);
    QVERIFY2(tells ? mean < 1.5 : difference == 0, qPrintable(QString::number(mean)));
}

void TestFormats::refusesMorePixelsThanAFormatHolds()
{
    FigureSpec spec = FigureSpec{.widthPx = 4000, .heightPx = 400};
    spec.dpi = 600;
    const QString path = m_folder.filePath(u"wide.webp"_s);
    const Result<FigureReport> report = writeFigure(path, spec, content());
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::Unsupported);
    QVERIFY(report.error().message.contains(u"25000 × 2500"_s));
    QVERIFY(!QFile::exists(path));
}

QTEST_MAIN(TestFormats)
#include "tst_formats.moc"
