using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers.Changes;

namespace SrmPortal.Domain.Suppliers;

/// <summary>What a company does in its own room, and what comes of a change that was approved.</summary>
public sealed partial class Supplier
{
    public const int MostDocuments = 200, MostSignatories = 30;

    /// <summary>Where one writes, drives, calls, and what is supplied where: it counts at once.</summary>
    public void ChangeContacts(CompanyDetails typed, IReadOnlyCollection<string> regions)
    {
        var company = Company with
        {
            ActualAddress = typed.ActualAddress,
            PostalAddress = typed.PostalAddress,
            Phone = typed.Phone,
            Email = typed.Email,
            Website = typed.Website,
        };
        RuleViolation.ThrowIfAny([.. DetailsChecks.WhatIsWrongWithContacts(company), .. PeopleChecks.WhatIsWrongWithRegions([.. regions])]);
        ContentDifference[] changed = [.. new RegistrationContent { Details = company, Regions = [.. regions] }.DifferencesFrom(new RegistrationContent { Details = Company, Regions = [.. _regions] })];
        if (changed.Length > 0)
        {
            TakeDetails(company);
            _regions.Clear();
            _regions.AddRange(regions);
            Changed(new ContactsChanged(Number, changed));
        }
    }

    /// <param name="document">The new one.</param>
    /// <param name="replaced">The code of the one whose place it takes; null: it stands beside the others.</param>
    /// <param name="today">In the portal's zone.</param>
    public void AddDocument(SupplierDocument document, string? replaced, DateOnly today)
    {
        RuleViolation.ThrowIfAny(document.ValidUntil < today ? [new(PaperRules.Lapsed, nameof(SupplierDocument.ValidUntil))] : []);
        RuleViolation.ThrowIfAny(replaced is null && _documents.Count >= MostDocuments ? [new(PaperRules.TooMany, null, MostDocuments)] : []);
        RuleViolation.ThrowIf(replaced is not null && _documents.RemoveAll(one => one.Code == replaced && one.Kind == document.Kind) == 0, PaperRules.Gone);
        _documents.Add(document);
        Changed(new DocumentGiven(Number, document.Kind, document.Number, document.ValidUntil, replaced is not null));
    }

    /// <param name="code">Of the document.</param>
    /// <param name="isNeeded">Whether every company like this has to have one of this kind.</param>
    public void RemoveDocument(string code, bool isNeeded)
    {
        var document = _documents.SingleOrDefault(one => one.Code == code);
        RuleViolation.ThrowIf(document is null, PaperRules.Gone);
        RuleViolation.ThrowIf(isNeeded && _documents.Count(one => one.Kind == document!.Kind) == 1, PaperRules.Needed);
        _documents.Remove(document!);
        Changed(new SupplierDocumentRemoved(Number, document!.Kind, document.Number));
    }

    /// <summary>Somebody more may sign. Who gets no access is told what the portal knows of people.</summary>
    public void NameSignatory(Signatory signatory, DateOnly today)
    {
        RuleViolation.ThrowIfAny(signatory.WhatIsWrong(today));
        RuleViolation.ThrowIfAny(_signatories.Count >= MostSignatories ? [new(PaperRules.TooManySignatories, null, MostSignatories)] : []);
        _signatories.Add(signatory);
        Changed(new SignatoryChanged(Number, SignatoryChange.Named) { Personal = [new PersonalValue(null, "signatory", null, signatory.FullName)] });
    }

    /// <param name="code">Of the one who is there.</param>
    /// <param name="now">As he or she is from now on.</param>
    /// <param name="today">In the portal's zone.</param>
    public void ChangeSignatory(string code, Signatory now, DateOnly today)
    {
        var before = _signatories.SingleOrDefault(one => one.Code == code);
        RuleViolation.ThrowIf(before is null, PaperRules.SignatoryGone);
        RuleViolation.ThrowIfAny(now.WhatIsWrong(today));
        var name = before!.FullName;
        before.Become(now);
        Changed(new SignatoryChanged(Number, SignatoryChange.Changed) { Personal = [new PersonalValue(null, "signatory", name, before.FullName)] });
    }

    public void DismissSignatory(string code)
    {
        var signatory = _signatories.SingleOrDefault(one => one.Code == code);
        RuleViolation.ThrowIf(signatory is null, PaperRules.SignatoryGone);
        RuleViolation.ThrowIf(_signatories.Count == 1, PaperRules.LastSignatory);
        _signatories.Remove(signatory!);
        Changed(new SignatoryChanged(Number, SignatoryChange.Dismissed) { Personal = [new PersonalValue(null, "signatory", signatory!.FullName, null)] });
    }

    /// <summary>The company doesn't supply it any more; new invitations for it don't come.</summary>
    public void GiveUp(long categoryId)
    {
        RuleViolation.ThrowIf(_categories.Count == 1, PaperRules.LastCategory);
        RuleViolation.ThrowIf(_categories.RemoveAll(one => one.CategoryId == categoryId) == 0, PaperRules.Gone);
        Changed(new CategoryGivenUp(Number, categoryId));
    }

    /// <summary>Tells of documents and powers of attorney that end soon or have ended; each is said once for 60, 30 and 7 days before, and once after.</summary>
    /// <returns>Whether there was anything to say.</returns>
    public bool WatchPapers(DateOnly today)
    {
        string[] documents = [.. _documents.Where(one => one.Watch(today)).Select(one => one.Code)];
        string[] signatories = [.. _signatories.Where(one => one.Watch(today)).Select(one => one.Code)];
        if (documents.Length + signatories.Length > 0)
        {
            Changed(new PapersEnd(Number, documents, signatories));
        }

        return documents.Length + signatories.Length > 0;
    }

    /// <summary>What was asked for and approved.</summary>
    internal void Take(ChangeRequest request, DateTime now)
    {
        switch (request.Kind)
        {
            case DataKind.Identity:
                var fields = request.Differences.Select(one => one.Field);
                TakeDetails(new RegistrationContent { Details = Company }.Taking(fields, new RegistrationContent { Details = request.After.Details! }).Details);
                break;
            case DataKind.Bank:
                TakeDetails(request.After.Banks[0].In(Company));
                _furtherAccounts.Clear();
                _furtherAccounts.AddRange(request.After.Banks.Skip(1).Select(account => new SupplierBankAccount(account)));
                break;
            default:
                _categories.AddRange(request.After.Categories.Where(id => _categories.All(one => one.CategoryId != id)).Select(id => new SupplierCategory(id, now)).ToArray());
                break;
        }

        Changed(new DataChanged(Number, request.Kind, request.Code));
    }
}

public enum SignatoryChange { Named, Changed, Dismissed }

public sealed record ContactsChanged(string Subject, IReadOnlyList<ContentDifference> Fields) : DomainEvent(Subject);

public sealed record DocumentGiven(string Subject, string Kind, string Number, DateOnly? ValidUntil, bool Replaces) : DomainEvent(Subject);

public sealed record SupplierDocumentRemoved(string Subject, string Kind, string Number) : DomainEvent(Subject);

/// <summary>Who it is stands with the personal values.</summary>
public sealed record SignatoryChanged(string Subject, SignatoryChange What) : DomainEvent(Subject);

public sealed record CategoryGivenUp(string Subject, long CategoryId) : DomainEvent(Subject);

/// <summary>By an approved request.</summary>
public sealed record DataChanged(string Subject, DataKind Kind, string Request) : DomainEvent(Subject);

/// <summary>Documents and powers of attorney that end soon, or have ended, by their codes: the company's masters are told.</summary>
public sealed record PapersEnd(string Subject, IReadOnlyList<string> Documents, IReadOnlyList<string> Signatories) : Announcement(Subject);

public static class PaperRules
{
    public const string Lapsed = "paper.lapsed";
    public const string TooMany = "paper.too-many";
    public const string Gone = "paper.gone";
    public const string Needed = "paper.needed";
    public const string NoFile = "paper.no-file";
    public const string NoValidity = "paper.no-validity";
    public const string NoKind = "paper.no-kind";
    public const string TooManySignatories = "paper.too-many-signatories";
    public const string SignatoryGone = "paper.signatory-gone";
    public const string LastSignatory = "paper.last-signatory";
    public const string LastCategory = "paper.last-category";
}
