using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Offers;

/// <summary>What an amendment of the round does to a content that was made before it.</summary>
public sealed partial record OfferContent
{
    /// <summary>
    /// The content without what the round asks for no more: removed lines, answers to removed questions or such that an amended question
    /// doesn't take. Files stay. A working copy is saved and submitted so; a version is confirmed as it is, or not at all.
    /// </summary>
    public OfferContent FittedTo(Round round)
    {
        var questions = round.Questions.ToDictionary(question => question.No);
        bool IsLost(OfferAnswer answer) => questions.GetValueOrDefault(answer.Question) is { } question
            ? round.AmendmentNo > 0 && question.Type is not QuestionType.File && !answer.Fits(question) : round.WasRemoved(answer.Question);
        bool LostItsQuestion(OfferAttachment file) => file.Question is { } no && round.WasRemoved(no);
        return Lines.Any(line => round.WasRemoved(line.ItemNumber)) || Answers.Any(IsLost) || Attachments.Any(LostItsQuestion)
            ? this with
            {
                Lines = [.. Lines.Where(line => !round.WasRemoved(line.ItemNumber))],
                Answers = [.. Answers.Where(answer => !IsLost(answer))],
                Attachments = [.. Attachments.Select(file => LostItsQuestion(file) ? file with { Question = null } : file)],
            } : this;
    }

    /// <summary>Why a version can't be confirmed word for word: it speaks of what isn't asked any more, or is asked otherwise.</summary>
    /// <param name="round">As amended.</param>
    /// <param name="madeFor">The round's latest amendment when the version was submitted.</param>
    public IEnumerable<BrokenRule> WhatAmendmentsForbid(Round round, int madeFor)
    {
        var items = round.Items.ToDictionary(item => item.Number);
        foreach (var line in Lines.OrderBy(line => line.ItemNumber, StringComparer.Ordinal))
        {
            if (round.WasRemoved(line.ItemNumber))
            {
                yield return new(OfferRules.LineRemoved, null, line.ItemNumber);
            }
            else if (line.IsOffered && items.GetValueOrDefault(line.ItemNumber)?.AmendmentNo > madeFor)
            {
                yield return new(OfferRules.LineChanged, FieldOf(line.ItemNumber, nameof(OfferEntry.Quantity)), line.ItemNumber);
            }
        }

        foreach (var no in Answers.Select(answer => answer.Question).Concat(Attachments.Select(file => file.Question ?? 0)).Distinct().Where(no => no > 0 && round.WasRemoved(no)).Order())
        {
            yield return new(OfferRules.QuestionRemoved, null, no);
        }
    }
}
