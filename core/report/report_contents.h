#pragma once

#include "core/report/report_label.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace labelwright {

/// Positives of one label in each subset, in the order of `allSubsets`.
struct SubsetRow
{
    QString label;
    std::array<std::size_t, 3> positives{};
    std::array<std::size_t, 3> known{}; ///< Samples whose state is not Unknown.
};

/// The data that the experiment was trained and judged on.
struct ReportDataset
{
    QString name;
    QString version;                      ///< In words: "version 3, 12 May 2026".
    QString featureSet;                   ///< Name; empty for all labels.
    std::array<std::size_t, 3> samples{}; ///< In the order of `allSubsets`.
    std::vector<SubsetRow> labels;
};

/// A setting with what was chosen for it, and why.
struct ReportSetting
{
    QString name;   ///< "Backbone".
    QString reason; ///< One sentence that says both.
};

/// How the network was made.
struct ReportExperiment
{
    QString name;
    QDateTime started;
    double trainingSeconds = 0;
    QString device;    ///< "cpu".
    QString precision; ///< "bf16".
    int threads = 0;
    QString checkpoint; ///< In words: "best, epoch 7".
    std::vector<ReportSetting> settings;
    QStringList notes; ///< What happened on the way, one sentence each.
};

/// One finished epoch.
struct ReportEpoch
{
    int epoch = 0;
    double trainingLoss = 0;
    std::optional<double> validationLoss;
    std::optional<double> validationMap;
    double learningRate = 0;
    double imagesPerSecond = 0;
    bool best = false; ///< The checkpoint that the report is about is this epoch's.
};

/// An overall figure.
struct ReportOverall
{
    QString name; ///< "mAP".
    ReportFigure figure;
    QString note; ///< "over 57 of 59 labels"; may be empty.
    bool lowerIsBetter = false;
};

/// A sample with what the network says of it.
struct ReportSample
{
    QString name;
    QByteArray jpeg; ///< A small picture's file; may be empty.
    struct Label
    {
        QString name;
        double score = 0;
        bool predicted = false;
        std::optional<bool> truth; ///< Nothing when Unknown.
    };
    std::vector<Label> labels; ///< Those worth showing, highest score first.
};

/// Everything in a report. What is empty is left out of it.
struct ReportContents
{
    QString title;   ///< Usually the experiment's name.
    QString subset;  ///< The evaluated subset: "test".
    QString program; ///< "Labelwright 0.1.0".
    QDateTime written;
    ReportDataset dataset;
    ReportExperiment experiment;
    std::vector<ReportEpoch> epochs;
    std::vector<ReportOverall> overall; ///< The first is shown large.
    std::vector<ReportLabel> labels;
    std::vector<ReportReliabilityBin> reliability; ///< All labels pooled.
    std::vector<ReportSample> samples;
    QString calibration; ///< In words: "temperature, fitted on validation"; may be empty.
    QString thresholds;  ///< In words: "best F1 of each label on validation"; may be empty.
};

} // namespace labelwright
