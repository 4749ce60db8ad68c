// Every figure that scikit-learn defines, compared with scikit-learn.

#include "core/evaluation/calibration.h"
#include "core/evaluation/curves.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/reliability.h"
#include "tests/core/evaluation/sklearn_peer.h"

#include <QJsonObject>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace labelwright::tests {

namespace {

/// One case: our figures beside scikit-learn's.
struct Comparison
{
    Comparison(const PeerCase& peerCase, const QJsonObject& theirs)
        : data(peerCase), peer(theirs),
          figures(evaluate(data.scores, data.truth, data.thresholds, data.names))
    {}

    [[nodiscard]] QJsonObject peerLabel(std::size_t label) const
    {
        return peer.value(QStringLiteral("labels"))
            .toArray()
            .at(static_cast<qsizetype>(label))
            .toObject();
    }

    [[nodiscard]] SortedScores sorted(std::size_t label) const
    {
        return SortedScores::ofLabel(data.scores, data.truth, data.labels, label);
    }

    const PeerCase& data;
    QJsonObject peer;
    EvaluationFigures figures;
};

void expectSame(const std::optional<double>& ours, const QJsonValue& theirs, const QString& what)
{
    SCOPED_TRACE(what.toStdString());
    ASSERT_FALSE(theirs.isUndefined());
    EXPECT_EQ(ours.has_value(), !theirs.isNull());
    if (ours && !theirs.isNull()) {
        EXPECT_NEAR(*ours, theirs.toDouble(), 1e-6);
    }
}

template <class T>
void expectSameList(const std::vector<T>& ours, const QJsonArray& theirs)
{
    ASSERT_EQ(static_cast<qsizetype>(ours.size()), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i)
        EXPECT_NEAR(double{ours[i]}, theirs.at(static_cast<qsizetype>(i)).toDouble(), 1e-6)
            << "at " << i;
}

struct OverallName
{
    const char* name;
    AverageFigure OverallFigures::* figure;
};

constexpr OverallName overallNames[] = {
    {"meanAveragePrecision", &OverallFigures::meanAveragePrecision},
    {"macroRocAuc", &OverallFigures::macroRocAuc},
    {"macroPrecision", &OverallFigures::macroPrecision},
    {"macroRecall", &OverallFigures::macroRecall},
    {"macroF1", &OverallFigures::macroF1},
    {"weightedF1", &OverallFigures::weightedF1},
    {"microPrecision", &OverallFigures::microPrecision},
    {"microRecall", &OverallFigures::microRecall},
    {"microF1", &OverallFigures::microF1},
    {"samplesF1", &OverallFigures::samplesF1},
    {"hammingLoss", &OverallFigures::hammingLoss},
    {"subsetAccuracy", &OverallFigures::subsetAccuracy},
    {"coverageError", &OverallFigures::coverageError},
    {"rankingLoss", &OverallFigures::rankingLoss},
    {"rankingAveragePrecision", &OverallFigures::rankingAveragePrecision},
};

void compareLabels(const Comparison& c)
{
    for (std::size_t i = 0; i < c.figures.labels.size(); ++i) {
        const LabelEvaluation& label = c.figures.labels[i];
        const QJsonObject theirs = c.peerLabel(i);
        SCOPED_TRACE(label.name.toStdString());
        EXPECT_EQ(label.support, theirs.value(QStringLiteral("support")).toInt());
        EXPECT_EQ(label.negatives, theirs.value(QStringLiteral("negatives")).toInt());
        const auto same = [&](const std::optional<double>& ours, const QString& name) {
            expectSame(ours, theirs.value(name), name);
        };
        same(label.averagePrecision, QStringLiteral("averagePrecision"));
        same(label.rocAuc, QStringLiteral("rocAuc"));
        same(label.precision, QStringLiteral("precision"));
        same(label.recall, QStringLiteral("recall"));
        same(label.specificity, QStringLiteral("specificity"));
        same(label.f1, QStringLiteral("f1"));
        same(fBetaOf(label.counts, 2), QStringLiteral("f2"));
        if (label.counts.known() == 0)
            continue;
        const QJsonArray confusion = theirs.value(QStringLiteral("confusion")).toArray();
        EXPECT_EQ(label.counts.trueNegative, confusion.at(0).toInt());
        EXPECT_EQ(label.counts.falsePositive, confusion.at(1).toInt());
        EXPECT_EQ(label.counts.falseNegative, confusion.at(2).toInt());
        EXPECT_EQ(label.counts.truePositive, confusion.at(3).toInt());
    }
}

void compareOverall(const Comparison& c)
{
    for (const OverallName& entry : overallNames)
        expectSame((c.figures.overall.*entry.figure).value, c.peer.value(QLatin1String(entry.name)),
                   QLatin1String(entry.name));
}

void compareMultiLabelAverages(const Comparison& c)
{
    const QJsonValue whole = c.peer.value(QStringLiteral("whole"));
    if (whole.isUndefined()) {
        // Such averages exist only where every label has both classes and no cell is unknown.
        EXPECT_TRUE(c.data.unknownShare > 0 || c.data.singleClassLabels || c.data.samples < 10);
        return;
    }
    for (const OverallName& entry : overallNames)
        expectSame((c.figures.overall.*entry.figure).value,
                   whole.toObject().value(QLatin1String(entry.name)), QLatin1String(entry.name));
}

void compareCurves(const Comparison& c)
{
    for (std::size_t i = 0; i < c.data.labels; ++i) {
        SCOPED_TRACE(i);
        const QJsonObject theirs = c.peerLabel(i);
        for (const auto points : {RocPoints::All, RocPoints::Corners}) {
            const auto curve = rocCurve(c.sorted(i), points);
            const QJsonArray roc = theirs
                                       .value(points == RocPoints::All
                                                  ? QStringLiteral("roc")
                                                  : QStringLiteral("rocCorners"))
                                       .toArray();
            ASSERT_EQ(curve.has_value(), !roc.isEmpty());
            if (!curve)
                continue;
            expectSameList(curve->falsePositiveRate, roc.at(0).toArray());
            expectSameList(curve->truePositiveRate, roc.at(1).toArray());
            EXPECT_TRUE(std::isinf(curve->thresholds.front()));
            expectSameList(std::vector(curve->thresholds.begin() + 1, curve->thresholds.end()),
                           roc.at(2).toArray());
        }
        const QJsonArray pr = theirs.value(QStringLiteral("pr")).toArray();
        if (pr.isEmpty())
            continue;
        const auto curve = prCurve(c.sorted(i));
        ASSERT_TRUE(curve);
        expectSameList(curve->precision, pr.at(0).toArray());
        expectSameList(curve->recall, pr.at(1).toArray());
        expectSameList(curve->thresholds, pr.at(2).toArray());
    }
}

void compareReliability(const Comparison& c)
{
    for (std::size_t i = 0; i < c.data.labels; ++i) {
        const QJsonArray theirs = c.peerLabel(i).value(QStringLiteral("reliability")).toArray();
        if (theirs.isEmpty())
            continue;
        SCOPED_TRACE(i);
        std::vector<float> scores;
        std::vector<Annotation> truth;
        for (std::size_t cell = i; cell < c.data.scores.size(); cell += c.data.labels) {
            scores.push_back(c.data.scores[cell]);
            truth.push_back(c.data.truth[cell]);
        }
        std::vector<double> shares;
        std::vector<double> means;
        for (const ReliabilityBin& bin : reliabilityBins(scores, truth, 10))
            if (bin.count > 0) {
                shares.push_back(*bin.positiveShare);
                means.push_back(*bin.meanScore);
            }
        expectSameList(shares, theirs.at(0).toArray());
        expectSameList(means, theirs.at(1).toArray());
        expectSame(brierScore(scores, truth), c.peerLabel(i).value(QStringLiteral("brier")),
                   QStringLiteral("brier"));
    }
}

void comparePlatt(const Comparison& c)
{
    std::vector<float> logits;
    for (float score : c.data.scores)
        logits.push_back(static_cast<float>(std::log(double{score} + 1e-6)
                                            - std::log(1 - double{score} + 1e-6)));
    const CalibrationFit fit
        = fitCalibration(CalibrationKind::Platt, logits, c.data.truth, c.data.labels);
    for (std::size_t i = 0; i < c.data.labels; ++i) {
        const QJsonArray theirs = c.peerLabel(i).value(QStringLiteral("platt")).toArray();
        const std::int64_t fewest
            = std::min(c.figures.labels[i].support, c.figures.labels[i].negatives);
        if (!fit.labels[i].fitted) {
            const bool noSlope = !theirs.isEmpty() && theirs.at(0).toDouble() < 1e-6;
            EXPECT_TRUE(fewest < minimumForCalibration || noSlope) << "label " << i;
            EXPECT_EQ(fit.labels[i].calibration, LabelCalibration());
            EXPECT_FALSE(fit.labels[i].reason.isEmpty());
            continue;
        }
        for (float logit : {-3.0F, -1.0F, 0.0F, 1.5F, 4.0F}) {
            const double z = theirs.at(0).toDouble() * double{logit} + theirs.at(1).toDouble();
            EXPECT_NEAR(calibratedScore(logit, fit.labels[i].calibration), 1 / (1 + std::exp(-z)),
                        1e-4)
                << "label " << i;
        }
    }
}

} // namespace

// One test, because each run of scikit-learn costs seconds and ctest starts each test anew.
TEST(Sklearn, AgreesWhereverItDefinesAFigure)
{
    const std::optional<QJsonArray> peer = askSklearn(peerCases());
    if (!peer)
        GTEST_SKIP() << "python3-sklearn is not installed";
    const std::vector<PeerCase> cases = peerCases();
    ASSERT_EQ(static_cast<std::size_t>(peer->size()), cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        SCOPED_TRACE(cases[i].name);
        const Comparison comparison(cases[i], peer->at(static_cast<qsizetype>(i)).toObject());
        compareLabels(comparison);
        compareOverall(comparison);
        compareMultiLabelAverages(comparison);
        compareCurves(comparison);
        compareReliability(comparison);
        comparePlatt(comparison);
    }
}

} // namespace labelwright::tests
