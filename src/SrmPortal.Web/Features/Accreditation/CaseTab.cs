namespace SrmPortal.Web.Features.Accreditation;

/// <summary>The parts of a case's card.</summary>
public enum CaseTab { Application, Companies, History }
